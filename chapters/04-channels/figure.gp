# Draws the figures of chapter 4 from the columns that figure.c wrote.
#   gnuplot -e "data='FOLDER'; out='chapters/04-channels'" figure.gp

set encoding utf8

INK = 0x24292f       # text and outlines
LINE = 0xb8c0c8      # lines between cells
# channel 0, channel 1, the same under the first window, weights, nothing
array SHADE[6] = [0xfde3c8, 0xb5cfee, 0xf6b26b, 0x7fb0e6, 0xa9d9b4, 0xffffff]

columns(name) = data.'/'.name.'.dat'
picture(name) = out.'/figure_'.name.'.svg'

BARE = "unset key; unset tics; unset border; unset colorbox; unset title;".\
       "unset label; unset arrow; unset object"
CELLS = "using 1:2:(0.5):(0.5):(SHADE[int($3) + 1]) with boxxyerror ".\
        "fill solid 1 border lc rgb LINE lc rgb variable"
NUMBERS = "using 1:2:4 with labels font ',16' tc rgb INK"
LABELS = "using 1:2:3 with labels font ',14' tc rgb INK"
FLUSH = "set size ratio -1; set lmargin 0; set rmargin 0; set tmargin 0;".\
        "set bmargin 0"

# one image in two layouts
set terminal svg size 900,360 noenhanced dynamic background rgb 'white' font 'sans-serif,15'
set output picture('layout')
@BARE
@FLUSH
set xrange [-0.9:16.9]
set yrange [5.7:-1.5]
plot columns('layout_cells') @CELLS, '' @NUMBERS, \
     columns('layout_labels') @LABELS

# windows as columns
set terminal svg size 900,350 noenhanced dynamic background rgb 'white' font 'sans-serif,15'
set output picture('im2col')
@BARE
@FLUSH
set xrange [-0.9:27.4]
set yrange [7.9:-2.5]
plot columns('im2col_cells') @CELLS, '' @NUMBERS, \
     columns('im2col_labels') @LABELS

# which map sees which channel
set terminal svg size 900,325 noenhanced dynamic background rgb 'white' font 'sans-serif,15'
set output picture('groups')
@BARE
@FLUSH
set xrange [-3.9:30.2]
set yrange [9.7:-1.9]
plot columns('groups_cells') @CELLS, columns('groups_labels') @LABELS

# ---- the colour picture --------------------------------------------------
# each pixel was written ZOOM x ZOOM times, so that viewers keep it square
ZOOM = 3
PIXELS = "matrix using (($1 - 1)/ZOOM):(($2 - 1)/ZOOM):3 with image"
# a map over the pixels that its windows have in their middle
MAP = "matrix using (($1 - 1)/ZOOM + 1):(($2 - 1)/ZOOM + 1):3 with image"
SIGNED = "set palette defined (-2 '#053061', -1 '#4393c3', 0 '#ffffff',".\
         "1 '#d6604d', 2 '#67001f')"
GREY = "set palette defined (0 '#000000', 1 '#ffffff')"
TITLE = "set title offset 0,-0.5 tc rgb INK"

set terminal svg size 960,490 noenhanced dynamic background rgb 'white' font 'sans-serif,15'
set output picture('colour')
set lmargin -1; set rmargin -1; set tmargin -1; set bmargin -1
@BARE
set multiplot layout 2,3 margins 0.008,0.992,0.015,0.93 spacing 0.012,0.085
set size noratio
set xrange [-1.5:96.5]
set yrange [64.5:-1.5]
@TITLE
set border 31 lc rgb LINE
set title 'x, three channels'
plot columns('colour_picture') using ($1/ZOOM):($2/ZOOM):3:4:5 with rgbimage
@GREY
set cbrange [0:255]
set title 'channel 0: red'
plot columns('colour_red') @PIXELS
set title 'channel 1: green'
plot columns('colour_green') @PIXELS
set title 'map 0: grey'
plot columns('colour_grey') @MAP
@SIGNED
set cbrange [-240:240]
set title 'map 1: red less green'
plot columns('colour_less') @MAP
set cbrange [-1000:1000]
set title 'map 2: upright edges of red less green'
plot columns('colour_edges') @MAP
unset multiplot
