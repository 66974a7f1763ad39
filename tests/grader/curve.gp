# One panel as a curve over its index, wrong elements circled, a cross where
# there is no number. The judge sets what it sets for image.gp.
set title name offset 0,-0.5
set xrange [-0.5:cols - 0.5]
margin = 0.06 * (high - low)
set yrange [low - margin:high + margin]
if (cols > 10) {
    set xtics autofreq offset 0,0.4
} else {
    set xtics 0, 1 offset 0,0.4
}
set ytics autofreq offset 0.4,0
set tics scale 0 font ',8' textcolor rgb '#555555'
set border linecolor rgb '#888888'
unset key
unset object
set grid ytics linetype 1 linecolor rgb '#dddddd'
set xzeroaxis linetype 1 linecolor rgb '#888888'
plot values using 1:3 with lines linecolor rgb '#9ecae1' linewidth 1, \
     values using 1:3:(0):(-$3) with vectors nohead linecolor rgb '#1f77b4', \
     values using 1:3 with points linecolor rgb '#1f77b4' pointtype 7 \
         pointsize 0.5, \
     values using ($4 > 0 ? $1 : 1/0):3 with points linecolor rgb '#d62728' \
         pointtype 6 pointsize 1.4 linewidth 1.5, \
     values using (valid(3) ? 1/0 : $1):(0) with points linecolor rgb \
         '#d62728' pointtype 2 pointsize 0.8
