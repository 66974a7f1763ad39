# Draws the figures of chapter 1 from the columns that figure.c wrote.
#   gnuplot -e "data='FOLDER'; out='chapters/01-cross-correlation'" figure.gp

set encoding utf8

INK = 0x24292f       # text and outlines
FAINT = 0x6a737d     # text that may be overlooked
LINE = 0xb8c0c8      # lines between cells
EDGE = 0xd9730d      # the window, and what is to be looked at
TAP = 0x1b5fa8       # kernel numbers, the reference
# plain, under the window, output done, output now, kernel
array SHADE[5] = [0xffffff, 0xffe2b8, 0xdff1e3, 0xa9d9b4, 0xdce9f7]

columns(name) = data.'/'.name.'.dat'
picture(name) = out.'/figure_'.name.'.svg'

BARE = "unset key; unset tics; unset border; unset colorbox; unset title;".\
       "unset label; unset arrow; unset object"
# one signed scale for whatever can be negative: blue, white, red
SIGNED = "set palette defined (-2 '#053061', -1 '#4393c3', 0 '#ffffff',".\
         "1 '#d6604d', 2 '#67001f')"
GREY = "set palette defined (0 '#000000', 1 '#ffffff')"

# ---- grids of numbers ----------------------------------------------------
CELLS = "using 1:2:(0.5):(0.5):(SHADE[int($3) + 1]) with boxxyerror ".\
        "fill solid 1 border lc rgb LINE lc rgb variable"
NUMBERS = "using 1:($2 - 0.04):4 with labels font ',17' tc rgb INK"
SMALL = "using ($1 + 0.32):($2 + 0.28):5 with labels font ',11' tc rgb TAP"
FRAME = "using ($1 - 0.5 + $3/2.0):($2 - 0.5 + $4/2.0):($3/2.0):($4/2.0) ".\
        "with boxxyerror lc rgb EDGE lw 3 fs empty"

# the window walks over the image
set terminal svg size 900,610 dynamic background rgb 'white' font 'sans-serif,15'
set output picture('window')
@BARE
set multiplot layout 2,2 margins 0.01,0.99,0.01,0.99 spacing 0.02,0.02
set size ratio -1
set xrange [-0.8:10.0]
set yrange [5.8:-1.6]
do for [p = 0:3] {
    set arrow 1 from 4.9,2 to 6.1,2 lc rgb INK lw 1.5 filled size 0.25,22
    plot columns('window_cells') index p @CELLS, \
         '' index p @NUMBERS, \
         '' index p @SMALL, \
         columns('window_frames') index p @FRAME, \
         columns('window_labels') index p using 1:2:3 with labels \
             font ',13' tc rgb INK
}
unset multiplot

# an impulse tells who flips
set terminal svg size 900,310 dynamic background rgb 'white' font 'sans-serif,15'
set output picture('flip')
unset arrow
set size ratio -1
set lmargin 0; set rmargin 0; set tmargin 0; set bmargin 0
set xrange [-0.9:21.2]
set yrange [5.8:-1.8]
plot columns('flip_cells') @CELLS, '' @NUMBERS, \
     columns('flip_labels') using 1:2:3 with labels font ',14' tc rgb INK

# ---- pictures ------------------------------------------------------------
# each pixel was written ZOOM x ZOOM times, so that viewers keep it square
ZOOM = 3
PIXELS = "matrix using (($1 - 1)/ZOOM):(($2 - 1)/ZOOM):3 with image"
TITLE = "set title offset 0,-0.5 tc rgb INK"
SCALE = "set colorbox horizontal; ".\
        "set cbtics scale 0.3 offset 0,0.6 tc rgb INK"

# the chart under each filter
set terminal svg size 960,550 dynamic background rgb 'white' font 'sans-serif,15'
set output picture('filters')
set lmargin -1; set rmargin -1; set tmargin -1; set bmargin -1
@BARE
set multiplot layout 2,3 margins 0.008,0.992,0.115,0.935 spacing 0.012,0.075
set size noratio
set xrange [-2.5:193.5]
set yrange [129.5:-2.5]
@TITLE
@GREY
set border 31 lc rgb LINE
set cbrange [0:255]
set title 'the chart'
plot columns('filters_chart') @PIXELS
set title 'box 5×5'
plot columns('filters_box') @PIXELS
set title 'Gaussian 5×5, sigma 1'
plot columns('filters_gaussian') @PIXELS
@SIGNED
set cbrange [-600:600]
set title 'Sobel x'
plot columns('filters_sobel_x') @PIXELS
set title 'Sobel y'
@SCALE
set cbtics 300
set colorbox user origin 0.3,0.065 size 0.4,0.022
plot columns('filters_sobel_y') @PIXELS
@BARE
@TITLE
set border 31 lc rgb LINE
set title 'Laplacian'
plot columns('filters_laplacian') @PIXELS
unset multiplot

# shift then filter = filter then shift, but for the border
set terminal svg size 960,640 dynamic background rgb 'white' font 'sans-serif,15'
set output picture('equivariance')
@BARE
set multiplot
set xrange [-0.5:79.5]
set yrange [65.5:-0.5]
W = 0.275
H = W*960*66/80/640
X(c) = 0.012 + c*0.35
Y(r) = 0.935 - H - r*(H + 0.21)
place(r, c) = sprintf('set lmargin at screen %g; set rmargin at screen %g; '.\
    'set bmargin at screen %g; set tmargin at screen %g', \
    X(c), X(c) + W, Y(r), Y(r) + H)
ARROW = "lc rgb INK lw 1.5 filled size screen 0.012,22"
set arrow from screen X(0)+W+0.01,Y(0)+H/2 to screen X(1)-0.01,Y(0)+H/2 @ARROW
set arrow from screen X(1)+W+0.01,Y(0)+H/2 to screen X(2)-0.01,Y(0)+H/2 @ARROW
set arrow from screen X(0)+W/2,Y(0)-0.015 to screen X(0)+W/2,Y(1)+H+0.065 @ARROW
set arrow from screen X(0)+W+0.01,Y(1)+H/2 to screen X(1)-0.01,Y(1)+H/2 @ARROW
set label 'shift' at screen X(1)-0.0375,Y(0)+H/2+0.03 center tc rgb INK
set label 'filter' at screen X(2)-0.0375,Y(0)+H/2+0.03 center tc rgb INK
set label 'filter' at screen X(0)+W/2+0.012,Y(0)-0.075 left tc rgb INK
set label 'shift' at screen X(1)-0.0375,Y(1)+H/2+0.03 center tc rgb INK
@GREY
set border 31 lc rgb LINE
set cbrange [0:255]
@TITLE
eval place(0, 0)
set title 'x'
plot columns('equivariance_x') @PIXELS
unset arrow
unset label
eval place(0, 1)
set title 'S x'
plot columns('equivariance_moved') @PIXELS
@SIGNED
set cbrange [-250:250]
eval place(0, 2)
set title 'F(S x): shifted, then filtered'
plot columns('equivariance_moved_filtered') @PIXELS
eval place(1, 0)
set title 'F x'
plot columns('equivariance_filtered') @PIXELS
eval place(1, 1)
set title 'S(F x): filtered, then shifted'
plot columns('equivariance_filtered_moved') @PIXELS
eval place(1, 2)
set title 'the difference: border only'
plot columns('equivariance_difference') @PIXELS
unset multiplot

# ---- finding the pattern -------------------------------------------------
set terminal svg size 960,735 dynamic background rgb 'white' font 'sans-serif,15'
set output picture('pattern')
@BARE
set multiplot
W = 0.48
H = W*960*128/192/735
X(c) = 0.012 + c*0.5
Y(r) = 0.95 - H - r*(H + 0.065)
@TITLE
@GREY
set cbrange [0:255]
set border 31 lc rgb LINE
set xrange [-0.5:191.5]
set yrange [127.5:-0.5]
eval place(0, 0)
set title 'the chart, and where the pattern was found'
plot columns('pattern_chart') @PIXELS, \
     columns('pattern_found') every ::1::1 @FRAME
set xrange [-8.5:18.5]
set yrange [13:-5]
eval place(0, 1)
set title 'the pattern to find, 9×11'
plot columns('pattern_pattern') @PIXELS
set palette defined (0 '#ffffff', 0.5 '#9ecae1', 1 '#08306b')
set cbrange [0:46]
set xrange [-0.5:181.5]
set yrange [119.5:-0.5]
eval place(1, 0)
set title 'cross-correlation: highest where the chart is bright'
plot columns('pattern_raw') @PIXELS, \
     columns('pattern_found') every ::0::0 using 1:2 with points \
         pt 6 ps 2.2 lw 2.5 lc rgb EDGE
@SIGNED
set cbrange [-1:1]
eval place(1, 1)
set title 'normalised: highest where the shape is'
plot columns('pattern_score') @PIXELS, \
     columns('pattern_found') every ::1::1 using 1:2 with points \
         pt 6 ps 2.2 lw 2.5 lc rgb EDGE
unset multiplot

# ---- time ----------------------------------------------------------------
reset
set encoding utf8
set terminal svg size 760,470 dynamic background rgb 'white' font 'sans-serif,15'
set output picture('time')
set logscale xy
set xrange [6:2800]
set format y '10^{%T}'
set xtics (8, 16, 32, 64, 128, 256, 512, 1024, 2048)
set grid lc rgb 0xe1e4e8 lt 1 lw 1
set border 3 lc rgb INK
set tics nomirror tc rgb INK
set xlabel 'n: the image is n×n, the kernel 5×5' tc rgb INK
set ylabel 'seconds' tc rgb INK
set key top left Left reverse samplen 2 tc rgb INK
plot columns('time') using 1:2 with linespoints lw 2.5 pt 7 ps 0.8 \
         lc rgb EDGE title 'naive\_correlate\_2d', \
     '' using 1:3 with linespoints lw 2.5 pt 5 ps 0.7 lc rgb TAP \
         title 'ref\_conv2d'
