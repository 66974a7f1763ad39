# One panel as a grey image, its wrong elements outlined. The judge sets:
# data name rows cols low high numbers frame_*
set title name
set size ratio -1
set xrange [-0.5:cols - 0.5]
set yrange [rows - 0.5:-0.5]
set cbrange [low:high]
set palette gray
set tics scale 0 font ',8'
unset key
unset object
if (frame_rows > 0) set object 1 rectangle \
    from frame_col - 0.5, frame_row - 0.5 \
    to frame_col + frame_cols - 0.5, frame_row + frame_rows - 0.5 \
    fillstyle empty border rgb (frame_wrong ? '#d62728' : '#2ca02c') \
    linewidth 2 front
half = low + (high - low) / 2
if (numbers) {
    plot data using 1:2:3 with image pixels, \
         data using 1:2:(sprintf('%.4g', $3)):($3 > half ? 0x000000 : 0xffffff) \
             with labels font ',9' textcolor rgb variable, \
         data using ($4 ? $1 : 1/0):2:(0.5):(0.5) with boxxyerror \
             fillstyle empty border linecolor rgb '#d62728' linewidth 1.5
} else {
    plot data using 1:2:3 with image pixels, \
         data using ($4 ? $1 : 1/0):2:(0.5):(0.5) with boxxyerror \
             fillstyle empty border linecolor rgb '#d62728' linewidth 1
}
