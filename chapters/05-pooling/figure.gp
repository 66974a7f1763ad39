# Draws the figures of chapter 5 from the columns that figure.c wrote.
#   gnuplot -e "data='FOLDER'; out='chapters/05-pooling'" figure.gp

set encoding utf8

INK = 0x24292f       # text and outlines
LINE = 0x8b949e      # lines between cells
EDGE = 0xd9730d      # what is to be looked at
TAP = 0x1b5fa8
GREEN = 0x2e7d4f
# no window, then the four windows
array SHADE[5] = [0xffffff, 0xffe2b8, 0xdce9f7, 0xcdebd4, 0xe3d7f0]

columns(name) = data.'/'.name.'.dat'
picture(name) = out.'/figure_'.name.'.svg'

BARE = "unset key; unset tics; unset border; unset colorbox; unset title;".\
       "unset label; unset arrow; unset object"
CELLS = "using 1:2:(0.5):(0.5):(SHADE[int($3) + 2]) with boxxyerror ".\
        "fill solid 1 border lc rgb LINE lc rgb variable"
NUMBERS = "using 1:($2 - 0.04):4 with labels font ',17' tc rgb INK"

# down, and back up
set terminal svg size 900,270 dynamic background rgb 'white' font 'sans-serif,15'
set output picture('unpool')
@BARE
set size ratio -1
set lmargin 0; set rmargin 0; set tmargin 0; set bmargin 0
set xrange [-1.2:19.2]
set yrange [4.0:-1.9]
set arrow 1 from 3.9,1.5 to 5.1,1.5 lc rgb INK lw 1.5 filled size 0.25,22
set arrow 2 from 11.9,1.5 to 14.1,1.5 lc rgb INK lw 1.5 filled size 0.25,22
plot columns('unpool_cells') @CELLS, '' @NUMBERS, \
     columns('unpool_labels') using 1:2:3 with labels font ',14' tc rgb INK

# the chart, pooled
PIXELS = "matrix using 1:2:3 with image"
set terminal svg size 960,270 dynamic background rgb 'white' font 'sans-serif,15'
set output picture('pictures')
set lmargin -1; set rmargin -1; set tmargin -1; set bmargin -1
@BARE
set multiplot layout 1,3 margins 0.008,0.992,0.03,0.88 spacing 0.012,0.05
set size noratio
set xrange [-0.5:575.5]
set yrange [383.5:-0.5]
set title offset 0,-0.5 tc rgb INK
set palette defined (0 '#000000', 1 '#ffffff')
set border 31 lc rgb LINE
set cbrange [0:255]
set title 'the chart'
plot columns('pictures_chart') @PIXELS
set title 'the largest of 4×4'
plot columns('pictures_max') @PIXELS
set title 'the average of 4×4'
plot columns('pictures_average') @PIXELS
unset multiplot

# how much changes when the image moves
reset
set encoding utf8
set terminal svg size 760,470 dynamic background rgb 'white' font 'sans-serif,15'
set output picture('invariance')
set xrange [0:16.2]
set yrange [0:1]
set xtics 2
set ytics 0.2
set grid lc rgb 0xe1e4e8 lt 1 lw 1
set border 3 lc rgb INK
set tics nomirror tc rgb INK
set xlabel 'pixels by which the image moved' tc rgb INK
set ylabel 'change of the map, from 0 (none) to 1' tc rgb INK
set key outside right center Left reverse samplen 2 spacing 1.3 tc rgb INK
plot columns('invariance') \
        using 1:2 with linespoints lw 2.5 pt 7 ps 0.8 lc rgb INK \
        title 'not pooled', \
     '' using 1:3 with linespoints lw 2 pt 4 ps 0.8 lc rgb TAP \
        title 'largest of 2×2', \
     '' using 1:4 with linespoints lw 2 pt 5 ps 0.8 lc rgb TAP \
        title 'largest of 4×4', \
     '' using 1:5 with linespoints lw 2.5 pt 9 ps 1 lc rgb EDGE \
        title 'largest of 8×8', \
     '' using 1:6 with linespoints lw 2 dt 2 pt 8 ps 0.9 lc rgb GREEN \
        title 'average of 8×8', \
     '' using 1:7 with linespoints lw 2 pt 2 ps 0.8 lc rgb LINE \
        title 'global average'
