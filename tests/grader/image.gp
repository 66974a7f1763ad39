# One panel as an image, the wrong elements outlined. The judge sets:
# values outline lines name rows cols low high difference numbers points
# frame_row frame_col frame_rows frame_cols frame_wrong planes names colour pixels
set title name offset 0,-0.5
set xrange [-0.5:cols - 0.5]
set yrange [rows - 0.5:-0.5]
set cbrange [low:high]
if (difference) {
    set palette defined (0 '#2166ac', 1 '#ffffff', 2 '#b2182b')
} else {
    set palette gray
}
set border linecolor rgb '#888888'
set tics scale 0 font ',8' textcolor rgb '#555555'
# as many numbers at the axes as have room
xstep = cols > 64 ? 32 : cols > 16 ? 8 : 1
ystep = rows > 64 ? 32 : rows > 16 ? 8 : 1
while (xstep * pixels < 18) { xstep = 2 * xstep }
while (ystep * pixels < 12) { ystep = 2 * ystep }
set xtics 0, xstep offset 0,0.4
set ytics 0, ystep offset 0.4,0
if (planes > 1) {
    eval 'set ytics (' . names . ')'
}
unset arrow
do for [n = 1:planes - 1] {
    y = n * rows / planes - 0.5
    set arrow n from graph 0, first y to graph 1, first y \
        nohead front linecolor rgb '#1f77b4' linewidth 1
}
set cbtics autofreq offset -0.6,0
if (rows * pixels < 100) {
    set cbtics (low, high) offset -0.6,0
}
set format cb '%g'
unset key
unset grid
unset object
# what is not written shows through
set object 1 rectangle from graph 0,0 to graph 1,1 behind \
    fillcolor rgb '#ffd27f' fillstyle solid noborder
if (frame_rows > 0) {
    do for [n = 2:3] {
        set object n rectangle \
            from frame_col - 0.5, frame_row - 0.5 \
            to frame_col + frame_cols - 0.5, frame_row + frame_rows - 0.5 \
            fillstyle empty border rgb \
            (n == 2 ? '#ffffff' : frame_wrong ? '#d62728' : '#2ca02c') \
            linewidth (n == 2 ? 6 : 3) front
    }
}
half = low + (high - low) / 2
pale(v) = difference ? abs(v) < 0.5 * high : v > half
draw = colour ? "values using 1:2:3:4:5 with rgbimage" : \
    "values using 1:2:3 with image"
if (lines > 0) {
    draw = draw . ", outline using 1:2:3:4 with vectors nohead" . \
        " linecolor rgb '#d62728' linewidth (cols > 64 ? 1 : 2)"
}
if (numbers ne '') {
    draw = draw . ", values using 1:2:(sprintf(numbers, $3))" . \
        ":(pale($3) ? 0x000000 : 0xffffff)" . \
        " with labels font sprintf(',%d', points) textcolor rgb variable"
}
eval 'plot ' . draw
