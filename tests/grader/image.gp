# One panel as a grey image, its wrong elements outlined. The judge sets:
# data name rows cols low high numbers frame_*
set title name
set size ratio -1
set xrange [-0.5:cols - 0.5]
set yrange [rows - 0.5:-0.5]
set cbrange [low:high]
set palette gray
set border linecolor rgb '#888888'
set tics scale 0 font ',8' textcolor rgb '#555555'
set xtics 0, (cols > 64 ? 32 : cols > 16 ? 8 : 1)
set ytics 0, (rows > 64 ? 32 : rows > 16 ? 8 : 1)
set cbtics autofreq
unset key
unset grid
unset object
if (frame_rows > 0) set object 1 rectangle \
    from frame_col - 0.5, frame_row - 0.5 \
    to frame_col + frame_cols - 0.5, frame_row + frame_rows - 0.5 \
    fillstyle empty border rgb (frame_wrong ? '#d62728' : '#2ca02c') \
    linewidth 2 front
half = low + (high - low) / 2
wrong(a, b) = a > 0 ? b : 1 / 0
if (numbers) {
    plot data using 1:2:3 with image pixels, \
         data using (wrong($4, $1)):2:(0.46):(0.46) with boxxyerror \
             linecolor rgb '#d62728' linewidth 2 fillstyle empty, \
         data using 1:2:(sprintf('%.4g', $3)):($3 > half ? 0x000000 : 0xffffff) \
             with labels font ',9' textcolor rgb variable
} else {
    plot data using 1:2:3 with image pixels, \
         data using (wrong($4, $1)):2:(0.46):(0.46) with boxxyerror \
             linecolor rgb '#d62728' linewidth 1 fillstyle empty
}
