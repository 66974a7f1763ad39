# One panel as a curve over its index, wrong elements circled. The judge
# sets: data name cols low high
set title name
set size noratio
set xrange [-0.5:cols - 0.5]
margin = 0.06 * (high - low)
set yrange [low - margin:high + margin]
set tics scale 0.5 font ',8'
unset key
unset object
set grid ytics linecolor rgb '#dddddd'
plot data using 1:3 with linespoints linecolor rgb '#1f77b4' linewidth 1.5 \
         pointtype 7 pointsize 0.4, \
     data using ($4 > 0 ? $1 : 1/0):3 with points linecolor rgb '#d62728' \
         pointtype 6 pointsize 1.4 linewidth 1.5
