# Draws the figures of chapter 3 from the columns that figure.c wrote.
#   gnuplot -e "data='FOLDER'; out='chapters/03-padding-stride-dilation'" figure.gp

set encoding utf8

INK = 0x24292f       # text and outlines
LINE = 0xb8c0c8      # lines between cells
EDGE = 0xd9730d      # the edge of the image, the first window
TAP = 0x1b5fa8       # where windows begin
# plain, the first window, the next one, both, border
array SHADE[5] = [0xffffff, 0xffcf8a, 0xcfe3f5, 0xc9b27a, 0xf2f2f2]
# nothing, then a to e
array GREY[6] = [0xffffff, 0xdce9f7, 0xc9d3a8, 0xffe2b8, 0xe8b9a4, 0xc3b5d9]

columns(name) = data.'/'.name.'.dat'
picture(name) = out.'/figure_'.name.'.svg'

BARE = "unset key; unset tics; unset border; unset colorbox; unset title;".\
       "unset label; unset arrow; unset object"
TITLE = "set title offset 0,-0.5 tc rgb INK"

# ---- one row under every mode --------------------------------------------
set terminal svg size 900,330 dynamic background rgb 'white' font 'sans-serif,15'
set output picture('modes')
@BARE
set size ratio -1
set lmargin 0; set rmargin 0; set tmargin 0; set bmargin 0
set xrange [-10.9:11.9]
set yrange [6.1:-2.1]
set object 1 rectangle from -0.5,-0.5 to 4.5,4.5 fs empty border lc rgb EDGE \
    lw 3 front
set label 1 'the row' at 2,5 center tc rgb EDGE
set label 2 'position' at -8,-1 right font ',12' tc rgb INK
plot columns('modes_cells') using 1:2:(0.5):(0.5):(GREY[int($3) + 1]) \
         with boxxyerror fill solid 1 border lc rgb LINE lc rgb variable, \
     '' using 1:2:4 with labels font ',16' tc rgb INK, \
     columns('modes_places') using 1:2:3 with labels font ',12' tc rgb INK, \
     columns('modes_names') using 1:2:3 with labels right font ',15' tc rgb INK

# ---- stride and dilation -------------------------------------------------
set terminal svg size 960,590 dynamic background rgb 'white' font 'sans-serif,15'
set output picture('grids')
@BARE
set multiplot layout 2,3 margins 0.01,0.99,0.02,0.93 spacing 0.025,0.1
set size ratio -1
set xrange [-0.7:8.7]
set yrange [6.7:-0.7]
@TITLE
array NAMES[6] = ['stride 1 down, 1 across', 'stride 2 down, 2 across', \
    'stride 2 down, 3 across', 'dilation 1 down, 2 across', \
    'dilation 2 down, 2 across', 'dilation 2 down, 3 across']
do for [p = 0:5] {
    set title NAMES[p + 1]
    plot columns('grids_cells') index p \
             using 1:2:(0.5):(0.5):(SHADE[int($3) + 1]) with boxxyerror \
             fill solid 1 border lc rgb LINE lc rgb variable, \
         '' index p using 1:($2 - 0.05):4 with labels font ',15' tc rgb INK, \
         columns('grids_starts') index p using ($1 - 0.32):($2 - 0.32) \
             with points pt 7 ps 0.55 lc rgb TAP
}
unset multiplot

# ---- the border of a filtered picture ------------------------------------
ZOOM = 6
PIXELS = "matrix using (($1 - 2.5)/ZOOM):(($2 - 2.5)/ZOOM):3 with image"
set terminal svg size 960,720 dynamic background rgb 'white' font 'sans-serif,14'
set output picture('border')
@BARE
set xrange [*:*]
set yrange [*:*]
array OFF[5]
do for [m = 1:5] {
    stats columns('border_errors') every ::m-1::m-1 using 2 nooutput name 'ONE'
    OFF[m] = ONE_min
}
array MODES[5] = ['zeros', 'reflect', 'symmetric', 'replicate', 'circular']
set multiplot layout 3,4 margins 0.008,0.992,0.075,0.96 spacing 0.012,0.052
set size noratio
set xrange [-0.5:39.5]
set yrange [31.5:-0.5]
set border 31 lc rgb LINE
GREYS = "set palette defined (0 '#000000', 1 '#ffffff'); set cbrange [0:255]"
SIGNED = "set palette defined (-2 '#053061', -1 '#4393c3', 0 '#ffffff',".\
         "1 '#d6604d', 2 '#67001f'); set cbrange [-100:100]"
@TITLE
@GREYS
set title 'the piece'
plot columns('border_piece') @PIXELS
set title 'filtered, with what is outside'
plot columns('border_truth') @PIXELS
do for [m = 1:5] {
    @GREYS
    set title MODES[m]
    plot columns('border_'.MODES[m]) @PIXELS
    @SIGNED
    set title sprintf('%s: off by %.1f', MODES[m], OFF[m])
    if (m == 5) {
        set colorbox horizontal user origin 0.3,0.04 size 0.4,0.016
        set cbtics 50 scale 0.3 offset 0,0.6 tc rgb INK
        set label 1 'too dark' at screen 0.29,0.048 right tc rgb INK
        set label 2 'too bright (grey levels)' at screen 0.71,0.048 left \
            tc rgb INK
    }
    plot columns('border_off_'.MODES[m]) @PIXELS
}
unset multiplot
