# The roofline: how much a layer computes for each byte it must move, and how
# fast it does. The roof is the lower of the memory's speed and the peak.
#   gnuplot -e "data='build/bench'" bench.gp
# Source: Williams, Waterman, Patterson, "Roofline", CACM 52(4), 2009
file = data.'/roofline.dat'
head = system("head -n 1 '".file."'")
peak = real(word(head, 3))
memory = real(word(head, 6))
set terminal svg size 900,600 font "sans-serif,13" background "white"
set output data.'/roofline.svg'
set logscale xy
set xlabel "operations per byte of source, weights and destination"
set ylabel "GFLOP/s (10^9 operations of the direct algorithm a second)"
set title sprintf("peak %.0f GFLOP/s, memory %.1f GB/s", peak, memory)
set grid
set key bottom right
set yrange [0.1:*]
roof(x) = memory * x < peak ? memory * x : peak
only(who) = sprintf("< awk '$1 == \"%s\"' '%s'", who, file)
is_there(who) = real(system(sprintf("awk '$1 == \"%s\"' '%s' | wc -l", who, file))) > 0
peers = "pytorch onednn_direct onednn_winograd openblas"
ours = "convlings convlings_winograd"
colors = "#c44e52 #55a868 #8172b2 #8c8c8c"
there = ""
do for [i = 1:words(peers)] { if (is_there(word(peers, i))) { there = there." ".i } }
mine = ""
do for [i = 1:words(ours)] { if (is_there(word(ours, i))) { mine = mine." ".i } }
plot [0.08:*] roof(x) with lines lw 2 lc rgb "black" title "roof", \
    for [i in there] only(word(peers, i + 0)) using 3:4 with points pt 2 + i ps 0.7 \
        lc rgb word(colors, i + 0) title word(peers, i + 0) noenhanced, \
    for [i in mine] only(word(ours, i + 0)) using 3:4 with points pt 5 + 2 * (i - 1) ps 0.8 \
        lc rgb (i + 0 == 1 ? "#1f5fa8" : "#dd8452") title word(ours, i + 0) noenhanced
