# Draws the figures of chapter 6 from the columns that figure.c wrote.
#   gnuplot -e "data='FOLDER'; out='chapters/06-pointwise-depthwise'" figure.gp

set encoding utf8

INK = 0x24292f       # text and outlines
FAINT = 0x6a737d     # text that may be overlooked
LINE = 0xb8c0c8      # lines between cells
EDGE = 0xd9730d      # the full convolution
TAP = 0x1b5fa8       # the separable one
GROUP = 0x5a9e6f     # the grouped one

columns(name) = data.'/'.name.'.dat'
picture(name) = out.'/figure_'.name.'.svg'

BARE = "unset key; unset tics; unset border; unset colorbox; unset title;".\
       "unset label; unset arrow; unset object"

# ---- which weights there are ---------------------------------------------
set terminal svg size 960,310 dynamic background rgb 'white' font 'sans-serif,15'
set output picture('weights')
@BARE
set multiplot layout 1,4 margins 0.035,0.99,0.115,0.86 spacing 0.028,0
set border 31 lc rgb LINE
set size ratio -1
set xrange [0:8]
set yrange [8:0]
set style fill solid 1 noborder
BLOCKS = "using 1:2:3:3 with boxxyerror lc rgb TAP notitle"
set title offset 0,-0.6 tc rgb INK
set ylabel 'output channel o' tc rgb INK offset 0.5,0
set xlabel 'input channel c' tc rgb INK offset 0,0.3
do for [n = 1:7] {
    set arrow from n,0 to n,8 nohead lc rgb LINE lw 0.6 back
    set arrow from 0,n to 8,n nohead lc rgb LINE lw 0.6 back
}
set title 'full: 576 weights'
plot columns('weights_full') @BLOCKS
unset ylabel
set title '4 groups: 144'
plot columns('weights_grouped') @BLOCKS
set title 'depthwise: 72'
plot columns('weights_depthwise') @BLOCKS
set title 'pointwise, 1×1: 64'
plot columns('weights_pointwise') @BLOCKS
unset multiplot

# ---- the chart, separated ------------------------------------------------
# each pixel was written ZOOM x ZOOM times, so that viewers keep it square
ZOOM = 3
PIXELS = "matrix using (($1 - 1)/ZOOM):(($2 - 1)/ZOOM):3 with image"
SIGNED = "set palette defined (-2 '#053061', -1 '#4393c3', 0 '#ffffff',".\
         "1 '#d6604d', 2 '#67001f')"
GREY = "set palette defined (0 '#000000', 1 '#ffffff')"

set terminal svg size 960,500 dynamic background rgb 'white' font 'sans-serif,15'
set output picture('separable')
reset
set encoding utf8
@BARE
set multiplot
W = 0.292
H = W*960*128/192/500
X(c) = 0.012 + c*0.345
Y(r) = 0.935 - H - r*(H + 0.115)
place(r, c) = sprintf('set lmargin at screen %g; set rmargin at screen %g; '.\
    'set bmargin at screen %g; set tmargin at screen %g', \
    X(c), X(c) + W, Y(r), Y(r) + H)
set xrange [-0.5:189.5]
set yrange [125.5:-0.5]
set title offset 0,-0.5 tc rgb INK
set border 31 lc rgb LINE
@GREY
set cbrange [0:255]
eval place(0, 0)
set arrow from screen X(0)+W+0.008,Y(0)+H/2 to screen X(1)-0.008,Y(0)+H/2 \
    lc rgb INK lw 1.5 filled size screen 0.012,22
set arrow from screen X(0)+W+0.008,Y(0)+H/2 to screen X(1)-0.008,Y(1)+H/2 \
    lc rgb INK lw 1.5 filled size screen 0.012,22
do for [r = 0:1] {
    do for [s = 0:1] {
        set arrow from screen X(1)+W+0.008,Y(r)+H/2+0.03*(r - s) \
            to screen X(2)-0.008,Y(s)+H/2+0.03*(s - r) \
            lc rgb INK lw 1.5 filled size screen 0.012,22
    }
}
set title 'x: the chart, twice'
plot columns('separable_x') @PIXELS
unset arrow
@SIGNED
set cbrange [-900:900]
eval place(0, 1)
set title 'z[0]: Sobel x'
plot columns('separable_z0') @PIXELS
eval place(1, 1)
set title 'z[1]: Sobel y'
plot columns('separable_z1') @PIXELS
eval place(0, 2)
set title 'y[0] = z[0] + z[1]'
plot columns('separable_y0') @PIXELS
eval place(1, 2)
set title 'y[1] = z[0] - z[1]'
set colorbox horizontal user origin 0.04,0.22 size 0.245,0.022
set cbtics scale 0.3 offset 0,0.6 450 tc rgb INK
plot columns('separable_y1') @PIXELS
unset multiplot

# ---- cost ----------------------------------------------------------------
reset
set encoding utf8
set terminal svg size 760,470 dynamic background rgb 'white' font 'sans-serif,15'
set output picture('cost')
set logscale xy
set xrange [7:1200]
set format y '10^{%T}'
set xtics (8, 16, 32, 64, 128, 256, 512, 1024)
set grid lc rgb 0xe1e4e8 lt 1 lw 1
set border 3 lc rgb INK
set tics nomirror tc rgb INK
set xlabel 'c: channels in and channels out, kernels 3×3' tc rgb INK
set ylabel 'multiplications per output pixel' tc rgb INK
set key top left Left reverse samplen 2 tc rgb INK
plot columns('cost') using 1:2 with linespoints lw 2.5 pt 7 ps 0.8 \
         lc rgb EDGE title 'full: 9 c^2', \
     '' using 1:3 with linespoints lw 2.5 pt 9 ps 0.9 lc rgb GROUP \
         title '4 groups: 9 c^2/4', \
     '' using 1:4 with linespoints lw 2.5 pt 5 ps 0.7 lc rgb TAP \
         title 'depthwise separable: 9 c + c^2'

# ---- time ----------------------------------------------------------------
set output picture('time')
set xrange [7:290]
set xlabel 'c: channels in and channels out, 30×30 pixels, kernels 3×3'
set ylabel 'seconds'
set key top left Left reverse samplen 3 tc rgb INK
plot columns('time') using 1:2 with linespoints lw 2.5 pt 7 ps 0.8 \
         lc rgb EDGE title 'full, naive', \
     '' using 1:3 with linespoints lw 2.5 pt 9 ps 0.9 lc rgb GROUP \
         title '4 groups, naive', \
     '' using 1:4 with linespoints lw 2.5 pt 5 ps 0.7 lc rgb TAP \
         title 'separable, naive', \
     '' using 1:5 with linespoints lw 2 dt 2 pt 6 ps 0.8 lc rgb EDGE \
         title 'full, reference', \
     '' using 1:6 with linespoints lw 2 dt 2 pt 8 ps 0.9 lc rgb GROUP \
         title '4 groups, reference', \
     '' using 1:7 with linespoints lw 2 dt 2 pt 4 ps 0.7 lc rgb TAP \
         title 'separable, reference'
