# Time against size, one panel for each thing that grows, both axes
# logarithmic: where work grows evenly, so should the curve. The grey line is
# what the work alone would ask, drawn through the last point.
#   gnuplot -e "data='build/bench'" growth.gp
file = data.'/growth.dat'
names = system("head -n 1 '".file."' | cut -d: -f2")
titles = system("sed -n 's/^# \\(.*\\): milliseconds, ours first/\\1/p' '".file."'")
colors = "#1f5fa8 #c44e52 #55a868 #8172b2 #8c8c8c #ccb974 #64b5cd"
panels = int(system("printf '%s\\n' \"".titles."\" | wc -l"))
set terminal svg size 1000,720 font "sans-serif,12" background "white"
set output data.'/growth.svg'
set multiplot layout 2,2
set logscale xy
set grid
set format y '%g'
set key top left
set ylabel "milliseconds"
do for [p = 0:panels - 1] {
    set xlabel system("printf '%s\\n' \"".titles."\" | sed -n ".(p + 1)."p")
    stats file index p using 2:3 nooutput
    last_flop = 0
    last_ms = 0
    stats file index p using (last_flop = $2, last_ms = $3, 1) nooutput
    plot file index p using 1:($2 / last_flop * last_ms) with lines lw 1 lc rgb "#bbbbbb" \
            title "the work", \
        for [i = 1:words(names)] '' index p using 1:i + 2 with linespoints pt 7 ps 0.3 lw 1 \
            lc rgb word(colors, i) title word(names, i) noenhanced
}
unset multiplot
