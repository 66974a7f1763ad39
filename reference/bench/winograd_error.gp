# The largest error of each algorithm, and the bound that the library states
# for it, against the number of channels summed over.
#   gnuplot -e "data='build/bench'" winograd_error.gp
file = data.'/winograd_error.dat'
set terminal svg size 900,560 font "sans-serif,13" background "white"
set output data.'/winograd_error.svg'
set logscale xy
set format y "%.0e"
set grid
set key outside right top
set xlabel "input channels (28x28, 3x3, numbers spread over -1 .. 1)"
set ylabel "largest error, as a part of the largest output"
names = "direct F(2x2,3x3) F(4x4,3x3)"
colors = "#1f5fa8 #55a868 #dd8452"
plot for [a = 1:3] file using 1:(column(2 * a)) with linespoints pt 7 ps 0.5 lw 2 \
        lc rgb word(colors, a) title word(names, a), \
    for [a = 1:3] file using 1:(column(2 * a + 1)) with lines lw 1.5 dt 2 \
        lc rgb word(colors, a) title word(names, a)." bound"
