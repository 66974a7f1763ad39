# Draws the figures of chapter 2 from the columns that figure.c wrote.
#   gnuplot -e "data='FOLDER'; out='chapters/02-toeplitz'" figure.gp

set encoding utf8

INK = 0x24292f       # text and outlines
FAINT = 0x6a737d     # text that may be overlooked
LINE = 0xb8c0c8      # lines between cells
EDGE = 0xd9730d      # what is to be looked at
TAP = 0x1b5fa8       # kernel numbers, the reference
# no weight, first, second and third row of the kernel
array SHADE[4] = [0xffffff, 0xffd9a0, 0xa9d9b4, 0xa8c4e8]

columns(name) = data.'/'.name.'.dat'
picture(name) = out.'/figure_'.name.'.svg'

BARE = "unset key; unset tics; unset border; unset colorbox; unset title;".\
       "unset label; unset arrow; unset object"
CELLS = "using 1:2:(0.5):(0.5):(SHADE[int($3) + 1]) with boxxyerror ".\
        "fill solid 1 border lc rgb LINE lc rgb variable"
NUMBERS = "using 1:($2 - 0.04):4 with labels font ',13' tc rgb INK"
place(l, r, b, t) = sprintf('set lmargin at screen %g; set rmargin at screen '.\
    '%g; set bmargin at screen %g; set tmargin at screen %g', l, r, b, t)

# ---- the pattern of U ----------------------------------------------------
# one cell is CELL pixels wide in all three panels
set terminal svg size 900,720 dynamic background rgb 'white' font 'sans-serif,15'
set output picture('pattern')
@BARE
CELL = 26.0
panel(left, top, rows, cols) = place(left/900.0, (left + CELL*cols)/900, \
    (720 - top - CELL*rows)/720, (720 - top)/720.0)
set multiplot
set label 1 'a row: U is 6×8' at screen 60/900.0,0.96 tc rgb INK
set label 2 'a ring: circulant, 8×8' at screen 480/900.0,0.96 tc rgb INK
eval panel(60, 60, 6, 8)
set xrange [-0.5:7.5]; set yrange [5.5:-0.5]
plot columns('pattern') index 0 @CELLS, '' index 0 @NUMBERS
unset label 1; unset label 2
eval panel(480, 60, 8, 8)
set yrange [7.5:-0.5]
plot columns('pattern') index 1 @CELLS, '' index 1 @NUMBERS
set label 3 'an image of 5×6: U is 12×30, blocks of 4×6' \
    at screen 60/900.0,1 - 345/720.0 tc rgb INK
set label 4 'i = 0' at -0.8,1.5 right font ',13' tc rgb FAINT
set label 5 'i = 1' at -0.8,5.5 right font ',13' tc rgb FAINT
set label 6 'i = 2' at -0.8,9.5 right font ',13' tc rgb FAINT
do for [r = 0:4] {
    set label 10 + r sprintf('row %d of x', r) at 6*r + 2.5,12.1 center \
        font ',13' tc rgb FAINT
}
do for [r = 1:4] {
    set arrow r from 6*r - 0.5,-0.5 to 6*r - 0.5,11.5 nohead lc rgb INK lw 1.5 \
        front
}
do for [r = 1:2] {
    set arrow 10 + r from -0.5,4*r - 0.5 to 29.5,4*r - 0.5 nohead lc rgb INK \
        lw 1.5 front
}
eval panel(60, 365, 12, 30)
set xrange [-0.5:29.5]; set yrange [11.5:-0.5]
plot columns('pattern') index 2 @CELLS, '' index 2 @NUMBERS
unset multiplot

# ---- how much of U is not zero -------------------------------------------
reset
set encoding utf8
set terminal svg size 760,470 dynamic background rgb 'white' font 'sans-serif,15'
set output picture('nonzeros')
set logscale xy
set xrange [3.5:300]
set yrange [1:1e11]
set format y '10^{%T}'
set xtics (4, 8, 16, 32, 64, 128, 256)
set grid lc rgb 0xe1e4e8 lt 1 lw 1
set border 3 lc rgb INK
set tics nomirror tc rgb INK
unset mytics
set xlabel 'w: the image is w×w, the kernel 3×3' tc rgb INK
set ylabel 'how many' tc rgb INK
set key top left Left reverse samplen 2 tc rgb INK
plot columns('nonzeros') using 1:2 with linespoints lw 2.5 pt 7 ps 0.8 \
         lc rgb EDGE title 'elements of U: dense', \
     '' using 1:3 with linespoints lw 2.5 pt 5 ps 0.7 lc rgb TAP \
         title 'of them not zero: local', \
     '' using 1:4 with linespoints lw 2.5 pt 9 ps 0.9 lc rgb 0x2e7d4f \
         title 'of them different: shared'

# ---- recovering a kernel -------------------------------------------------
reset
set encoding utf8
set terminal svg size 960,290 dynamic background rgb 'white' font 'sans-serif,15'
set output picture('recover')
ZOOM = 3
PIXELS = "matrix using (($1 - 1)/ZOOM):(($2 - 1)/ZOOM):3 with image"
@BARE
set multiplot
set palette defined (0 '#000000', 1 '#ffffff')
set cbrange [0:255]
set border 31 lc rgb LINE
set title offset 0,-0.5 tc rgb INK
W = 0.36
H = W*960*128/192/290
set xrange [-0.5:191.5]; set yrange [127.5:-0.5]
eval place(0.012, 0.012 + W, 0.87 - H, 0.87)
set title 'x: the chart'
plot columns('recover_x') @PIXELS
set xrange [-0.5:189.5]; set yrange [125.5:-0.5]
eval place(0.388, 0.388 + W, 0.87 - H, 0.87)
set title 'y: filtered, in whole greys'
plot columns('recover_y') @PIXELS
@BARE
set size noratio
set title offset 0,-0.5 tc rgb INK
eval place(0.765, 0.99, 0.87 - H, 0.87)
set xrange [-0.6:2.6]; set yrange [4.6:-0.6]
set title 'what y tells about k and bias'
set label 'bias' at 0.4,4 right tc rgb INK
plot columns('recover_cells') using 1:2:(0.5):(0.45) with boxxyerror \
         fill solid 0 border lc rgb LINE lc rgb LINE, \
     '' using 1:($2 - 0.12):4 with labels font ',15' tc rgb INK, \
     '' using 1:($2 + 0.26):5 with labels font ',11' tc rgb TAP
unset multiplot
