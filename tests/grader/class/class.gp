# The pictures of a class, from columns in the working folder:
#   scores.dat          a comment "submissions faults mean median", then the
#                       first percent of each tenth and how many are in it
#   exercises.dat       name and six shares in percent, see `what` below
#   misconceptions.dat  "exercise: misconception" and how many submissions
set datafile separator "\t"
set encoding utf8
set border 3 linecolor rgb '#555555'
set tics nomirror out scale 0.5 textcolor rgb '#333333'
set style fill solid 1
unset key

head = system('head -1 scores.dat')
n = int(word(head, 2))
faults = int(word(head, 3))
mean = real(word(head, 4))
median = real(word(head, 5))
class = sprintf('%d submission%s%s', n, n == 1 ? '' : 's', \
    faults > 0 ? sprintf(' (%d more not graded)', faults) : '')
# Counts have whole numbers on their axis.
step(most) = most < 8 ? 1 : ceil(most / 8.0)
most(file) = int(system("cut -f2 ".file." | sort -n | tail -1"))
rows(file) = int(system('grep -c "" '.file))
exercises = rows('exercises.dat')
misconceptions = rows('misconceptions.dat')

# A picture of so many pixels, as SVG or as PNG.
svg = "set terminal svg noenhanced size wide,high font 'Helvetica,13' \
    background rgb 'white'"
png = "set terminal pngcairo noenhanced size wide*1.5,high*1.5 \
    font 'Helvetica,13' fontscale 1.15 background rgb 'white'"
array kind[2] = ['svg', 'png']

do for [k = 1:2] {
    wide = 640
    high = 380
    eval(k == 1 ? svg : png)
    set output 'class_scores.'.kind[k]
    set title sprintf('%s: mean %.1f %%, median %.1f %%', class, mean, median)
    set xlabel 'points earned [% of all points]'
    set ylabel 'submissions'
    set xrange [0:100]
    set xtics 0, 10
    set yrange [0:*]
    set offsets 0, 0, graph 0.1, 0
    set ytics 0, step(most('scores.dat'))
    set grid noxtics ytics linetype 1 linecolor rgb '#dddddd'
    plot 'scores.dat' using ($1 + 5):2:(9) with boxes \
             linecolor rgb '#1f77b4', \
         '' using ($1 + 5):2:($2 > 0 ? sprintf('%d', $2) : '') with labels \
             offset 0,0.7
    unset output
}

# One bar below the other, the first row on top; each part begins where those
# before it end.
set offsets 0, 0, 0, 0
set ylabel
set grid xtics noytics linetype 1 linecolor rgb '#dddddd'
what = "'right' 'wrong, mistake named' 'wrong' 'crashed, stopped, leak' \
'does not compile' 'not started'"
array ink[6] = ['#2ca02c', '#ff9f1c', '#d62728', '#7b3294', '#4d4d4d', \
    '#d9d9d9']
before(c) = c == 1 ? 0 : sum [i = 2:c] column(i)

do for [k = 1:2] {
    wide = 800
    high = 110 + 24 * exercises
    eval(k == 1 ? svg : png)
    set output 'class_exercises.'.kind[k]
    set title sprintf('%s: how each exercise ended', class)
    set xlabel 'submissions [%]'
    set xrange [0:100]
    set xtics 0, 10
    set yrange [exercises - 0.4:-0.6]
    set ytics scale 0
    set key outside right top Left reverse samplen 1.5
    plot for [c = 1:6] 'exercises.dat' using (0):0:(before(c)): \
        (before(c + 1)):($0 - 0.38):($0 + 0.38):ytic(1) with boxxyerror \
        linecolor rgb ink[c] title word(what, c)
    unset output
}

if (misconceptions == 0) exit
unset key
do for [k = 1:2] {
    wide = 800
    high = 110 + 24 * misconceptions
    eval(k == 1 ? svg : png)
    set output 'class_misconceptions.'.kind[k]
    set title sprintf('%s: the most frequent misconceptions', class)
    set xlabel 'submissions'
    set xrange [0:1.06 * most('misconceptions.dat')]
    set xtics 0, step(most('misconceptions.dat'))
    set yrange [misconceptions - 0.4:-0.6]
    plot 'misconceptions.dat' using (0):0:(0):2:($0 - 0.38):($0 + 0.38): \
             ytic(1) with boxxyerror linecolor rgb '#ff9f1c', \
         '' using 2:0:(sprintf(' %d', $2)) with labels left
    unset output
}
