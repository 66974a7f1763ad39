# The roofline: how much a layer computes for each byte it must move, and how
# fast it does. The roof is the lower of the memory's speed and the peak. The
# dashed one is for layers that a cache holds from one call to the next.
#   gnuplot -e "data='build/bench'" roofline.gp
# Source: Williams, Waterman, Patterson, "Roofline", CACM 52(4), 2009
file = data.'/roofline.dat'
head = system("head -n 1 '".file."'")
peak = real(word(head, 3))
memory = real(word(head, 6))
cache = real(word(head, 9))
set terminal svg size 900,600 font "sans-serif,13" background "white"
set output data.'/roofline.svg'
set logscale xy
set xlabel "operations per byte of source, weights and destination"
set ylabel "10⁹ operations of the direct algorithm a second"
set title sprintf("peak %.0f GFLOP/s, memory %.1f GB/s, caches up to %.0f GB/s", peak, memory, cache)
set grid
set key bottom right
set yrange [0.1:*]
roof(x, speed) = speed * x < peak ? speed * x : peak
only(who) = sprintf("< awk '$1 == \"%s\"' '%s'", who, file)
is_there(who) = real(system(sprintf("awk '$1 == \"%s\"' '%s' | wc -l", who, file))) > 0
who = "pytorch onednn_direct onednn_winograd openblas convlings convlings_winograd"
marks = "2 6 8 12 5 9"
colors = "#c44e52 #55a868 #8172b2 #8c8c8c #1f5fa8 #dd8452"
there = ""
do for [i = 1:words(who)] { if (is_there(word(who, i))) { there = there." ".i } }
set samples 500
plot [0.08:*] roof(x, memory) with lines lw 2 lc rgb "black" title "roof: memory, peak", \
    roof(x, cache) with lines lw 1 dt 2 lc rgb "black" title "roof: caches", \
    for [i in there] only(word(who, i + 0)) using 3:4 with points \
        pt int(word(marks, i + 0)) ps (i + 0 > 4 ? 0.8 : 0.7) lc rgb word(colors, i + 0) \
        title word(who, i + 0) noenhanced
