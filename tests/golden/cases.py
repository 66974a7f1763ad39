"""The cases: operator, why the case is there, options, arrays.

Arrays are recipes; a case's numbers depend on its own text alone, so that a
new case changes no other. Letters stand for files, see generate.py.
"""
import numpy as np

from recipes import (INF, NAN, among, classes, fortran, given, positive, precise, quarters,
                     real, shares, stored, ties, whole, wide)

CASES = []  # (operator, why, options, {letter: recipe})


def case(operator, why, options="", **arrays):
    CASES.append((operator, why, options, arrays))


# --- convolution -------------------------------------------------------------

case("conv1d", "defaults", x=real(2, 3, 9), w=real(4, 3, 3))
case("conv1d", "every option", "--stride 2 --padding 3 --dilation 2 --groups 2",
     x=real(2, 4, 11), w=real(6, 2, 3), b=real(6))
case("conv1d", "integers", "--padding 1", x=whole(1, 2, 8), w=whole(3, 2, 2),
     b=whole(3))
case("conv1d", "unbatched", "--stride 3", x=real(2, 10), w=real(3, 2, 4))
case("conv1d", "kernel as large as the input", x=real(1, 2, 7), w=real(1, 2, 7))
case("conv1d", "no images", x=real(0, 2, 7), w=real(3, 2, 3))
case("conv1d", "'same', even kernel: the odd one goes behind", "--padding same",
     x=whole(1, 1, 6), w=whole(1, 1, 4))
case("conv1d", "unequal padding", "--pads 0,3", x=real(1, 2, 5), w=real(2, 2, 3))
case("conv1d", "depthwise", "--groups 3 --padding 1", x=real(2, 3, 6),
     w=real(3, 1, 3), b=real(3))
for mode, pads in (("reflect", "2,4"), ("symmetric", "3,5"),
                   ("replicate", "7,1"), ("circular", "5,2")):
    case("conv1d", f"mode {mode}", f"--padding-mode {mode} --pads {pads}",
         x=real(2, 2, 5), w=real(3, 2, 3))
case("conv1d", "NaN and infinities", "--padding 1",
     x=among(real(1, 1, 16), {2: NAN, 7: INF, 12: -INF}), w=real(1, 1, 3))
case("conv1d", "numbers of very different size", x=wide(1, 3, 12), w=wide(2, 3, 4))

case("conv2d", "defaults", x=real(2, 3, 6, 5), w=real(4, 3, 3, 2))
case("conv2d", "bias", x=real(1, 3, 5, 5), w=real(4, 3, 3, 3), b=real(4))
case("conv2d", "options that differ per axis",
     "--stride 2,1 --padding 1,2 --dilation 1,3", x=real(2, 3, 7, 8),
     w=real(4, 3, 3, 2), b=real(4))
case("conv2d", "all options at once",
     "--stride 3,2 --pads 1,0,2,3 --dilation 2,1 --groups 2 "
     "--padding-mode replicate", x=real(2, 4, 9, 8), w=real(6, 2, 2, 3), b=real(6))
case("conv2d", "one number for both axes", "--stride 2 --padding 1 --dilation 2",
     x=real(1, 2, 9, 7), w=real(2, 2, 3, 3))
case("conv2d", "the example of lecture 001", x=given([[[1, 2, 3], [4, 5, 6],
                                                       [7, 8, 9]]]),
     w=given([[[10, 20], [30, 40]]]))
case("conv2d", "integers", "--padding 1 --stride 2", x=whole(2, 3, 8, 8),
     w=whole(5, 3, 3, 3), b=whole(5))
case("conv2d", "unbatched", "--padding 1", x=real(3, 5, 4), w=real(2, 3, 3, 3))
case("conv2d", "no images", "--padding 1", x=real(0, 3, 5, 4), w=real(2, 3, 3, 3))
case("conv2d", "1x1", x=real(2, 5, 3, 4), w=real(7, 5, 1, 1), b=real(7))
case("conv2d", "1x1 with stride and padding", "--stride 2 --padding 1",
     x=real(1, 5, 4, 5), w=real(3, 5, 1, 1), b=real(3))
case("conv2d", "depthwise", "--groups 5 --padding 1", x=real(2, 5, 6, 6),
     w=real(5, 1, 3, 3), b=real(5))
case("conv2d", "depthwise, two outputs a channel", "--groups 3 --stride 2",
     x=real(1, 3, 7, 7), w=real(6, 1, 3, 3))
case("conv2d", "groups of three", "--groups 3", x=real(1, 6, 5, 5),
     w=real(9, 2, 3, 3), b=real(9))
case("conv2d", "kernel as large as the input", x=real(2, 3, 5, 4), w=real(2, 3, 5, 4))
case("conv2d", "kernel larger than the input, not than the padded one",
     "--padding 3,2", x=real(1, 1, 2, 3), w=real(2, 1, 7, 5))
case("conv2d", "stride larger than the kernel", "--stride 5,4",
     x=real(1, 2, 13, 9), w=real(2, 2, 2, 3))
case("conv2d", "even kernel, padding", "--padding 2,1", x=real(1, 2, 5, 5),
     w=real(3, 2, 4, 2))
case("conv2d", "'same', odd kernel", "--padding same", x=real(1, 2, 6, 7),
     w=real(3, 2, 3, 5))
case("conv2d", "'same', even kernel", "--padding same", x=whole(1, 2, 6, 7),
     w=whole(3, 2, 2, 4), b=whole(3))
case("conv2d", "'same', dilation", "--padding same --dilation 2,3",
     x=real(1, 2, 6, 7), w=real(3, 2, 3, 2))
case("conv2d", "'same', reflected", "--padding same --padding-mode reflect",
     x=real(1, 2, 6, 7), w=real(3, 2, 4, 5))
case("conv2d", "'valid'", "--padding valid --stride 2", x=real(1, 2, 6, 7),
     w=real(3, 2, 3, 2))
case("conv2d", "padding on one corner", "--pads 2,0,0,1", x=real(1, 2, 4, 4),
     w=real(2, 2, 3, 3))
for mode, pads in (("zeros", "3,1"), ("reflect", "3,4"), ("symmetric", "4,5"),
                   ("replicate", "6,2"), ("circular", "4,5")):
    case("conv2d", f"mode {mode}", f"--padding-mode {mode} --padding {pads}",
         x=real(2, 2, 4, 5), w=real(3, 2, 3, 2), b=real(3))
    case("conv2d", f"mode {mode}, each side, groups, stride, dilation",
         f"--padding-mode {mode} --pads 1,3,2,0 --groups 2 --stride 2,3 "
         "--dilation 2,1", x=whole(1, 4, 4, 6), w=whole(2, 2, 3, 2))
case("conv2d", "NaN and infinities", "--padding 1",
     x=among(real(1, 2, 8, 8), {9: NAN, 30: INF, 70: -INF, 127: NAN}),
     w=real(2, 2, 3, 3), b=real(2))
case("conv2d", "zero padding times an infinite weight is NaN", "--padding 1",
     x=real(1, 1, 4, 4), w=among(real(1, 1, 3, 3), {0: INF}))
case("conv2d", "a zero in the image times an infinite weight",
     x=among(real(1, 1, 5, 5), {12: 0}), w=among(real(1, 1, 2, 2), {3: -INF}))
case("conv2d", "NaN in one weight and in one bias", "--groups 2",
     x=real(1, 4, 4, 4), w=among(real(4, 2, 3, 3), {20: NAN}),
     b=among(real(4), {3: NAN}))
case("conv2d", "infinity minus infinity", x=given([[[INF, -INF, 1, 2]]]),
     w=given([[[1, 1]]]))
case("conv2d", "numbers of very different size", "--padding 1",
     x=wide(1, 3, 6, 6), w=wide(2, 3, 3, 3), b=wide(2))
case("conv2d", "products below the smallest float32",
     x=stored(lambda rng: rng.uniform(-1, 1, (1, 2, 4, 4)) * 2.0**-70, np.float32),
     w=stored(lambda rng: rng.uniform(-1, 1, (2, 2, 2, 2)) * 2.0**-75, np.float32))
case("conv2d", "Fortran order", "--padding 1", x=fortran(real(2, 3, 5, 4)),
     w=fortran(real(2, 3, 3, 2)))
case("conv2d", "big endian", x=stored(real(2, 3, 5, 4), ">f4"),
     w=stored(real(2, 3, 3, 2), ">f4"), b=stored(real(2), ">f8"))
case("conv2d", "float64 that holds float32", x=stored(real(2, 3, 5, 4), "<f8"),
     w=fortran(stored(real(2, 3, 3, 2), ">f8")))
case("conv2d", "float64 that is rounded on reading", x=precise(1, 3, 5, 4),
     w=precise(2, 3, 3, 2))
case("conv2d", "integers as they are stored", x=stored(ties(1, 2, 5, 4), np.uint8),
     w=stored(whole(2, 2, 3, 2), np.int32), b=stored(whole(2), ">i8"))

case("conv3d", "defaults", x=real(2, 2, 4, 5, 3), w=real(3, 2, 2, 3, 2))
case("conv3d", "every option", "--stride 2,1,3 --padding 1,0,2 --dilation 1,2,1 "
     "--groups 2", x=real(1, 4, 5, 6, 7), w=real(4, 2, 3, 2, 3), b=real(4))
case("conv3d", "integers", "--padding 1", x=whole(1, 2, 4, 3, 4),
     w=whole(2, 2, 3, 3, 3), b=whole(2))
case("conv3d", "unbatched", x=real(2, 4, 4, 4), w=real(2, 2, 2, 2, 2))
case("conv3d", "no images", x=real(0, 2, 4, 4, 4), w=real(2, 2, 2, 2, 2))
case("conv3d", "'same'", "--padding same", x=real(1, 1, 4, 3, 5),
     w=real(2, 1, 2, 3, 4))
case("conv3d", "six sides", "--pads 0,1,2,3,0,1", x=real(1, 1, 3, 3, 3),
     w=real(2, 1, 2, 2, 2))
case("conv3d", "kernel as large as the input", x=real(1, 2, 3, 4, 2),
     w=real(2, 2, 3, 4, 2))
case("conv3d", "1x1x1", x=real(1, 3, 2, 3, 2), w=real(2, 3, 1, 1, 1), b=real(2))
for mode in ("reflect", "symmetric", "replicate", "circular"):
    case("conv3d", f"mode {mode}", f"--padding-mode {mode} --pads 1,2,0,2,1,1",
         x=real(1, 1, 3, 4, 3), w=real(1, 1, 2, 3, 2))
case("conv3d", "depthwise, infinite weight in the padding",
     "--groups 2 --padding 1", x=real(1, 2, 3, 3, 3),
     w=among(real(2, 1, 2, 2, 2), {7: INF}))

for rank, size, kernel in ((1, (5,), (3,)), (2, (3, 4), (3, 2)),
                           (3, (2, 3, 2), (2, 3, 2))):
    name = f"conv_transpose{rank}d"
    per = lambda numbers: ",".join(str(n) for n in numbers[:rank])
    x, w = real(2, 4, *size), real(4, 3, *kernel)
    case(name, "defaults", x=x, w=w)
    case(name, "bias", x=x, w=w, b=real(3))
    case(name, "stride and output padding", "--stride 3 --output-padding "
         + per((2, 1, 0)), x=x, w=w)
    case(name, "padding", f"--padding {per((1, 0, 1))}", x=x, w=w, b=real(3))
    case(name, "dilation, its output padding",
         f"--dilation {per((2, 3, 1))} --output-padding {per((1, 2, 0))}", x=x, w=w)
    case(name, "all options at once", f"--stride {per((2, 3, 2))} --padding 1 "
         f"--output-padding {per((1, 2, 1))} --groups 2 --dilation {per((3, 1, 2))}",
         x=x, w=w, b=real(6))
    case(name, "integers", "--stride 2", x=whole(1, 2, *size),
         w=whole(2, 3, *kernel), b=whole(3))
    case(name, "depthwise", "--groups 4 --stride 2", x=x, w=real(4, 1, *kernel))
    case(name, "stride larger than the kernel: gaps hold the bias", "--stride 4",
         x=whole(1, 4, *size), w=whole(4, 1, *kernel), b=whole(1))
    case(name, "unbatched", x=real(4, *size), w=w)
    case(name, "NaN and infinities", "--stride 2",
         x=among(x, {1: NAN, 9: INF, 25: -INF}), w=among(w, {8: INF}))
case("conv_transpose2d", "padding cuts more than the kernel", "--padding 2 --stride 2",
     x=real(1, 2, 4, 4), w=real(2, 2, 2, 2))
case("conv-transpose2d", "the name with a dash, no images", x=real(0, 2, 4, 4), w=real(2, 2, 2, 2))

case("deform_conv2d", "offsets", x=real(2, 2, 5, 6), w=real(3, 2, 3, 2),
     o=lambda rng: rng.uniform(-2, 2, (2, 12, 3, 5)).astype(np.float32))
case("deform_conv2d", "mask and bias", x=real(1, 2, 5, 6), w=real(3, 2, 3, 2),
     b=real(3), o=real(1, 12, 3, 5), m=positive(1, 6, 3, 5))
case("deform_conv2d", "quarters, exact", x=whole(1, 2, 5, 5), w=whole(2, 2, 2, 2),
     b=whole(2), o=quarters(1, 8, 4, 4))
case("deform_conv2d", "the example of lecture 001", "--padding 0",
     x=lambda rng: np.arange(16, dtype=np.float32).reshape(1, 1, 4, 4),
     w=given([[[1]]]), o=lambda rng: np.tile(np.float32(
         [[[[0.5]], [[-0.25]]]]), (1, 1, 4, 4)))
case("deform_conv2d", "far outside is zero", "--padding 1", x=real(1, 1, 4, 4),
     w=real(1, 1, 3, 3), o=lambda rng: rng.uniform(
         -9, 9, (1, 18, 4, 4)).astype(np.float32))
PLACES = [[-1, -1, 2, 3, 1, -0.5, 2.5, 0.25, 1], [-0.75, 1, 2.75, 1, -0.75, -0.5, 2.5, 2, 3]]
case("deform_conv2d", "exactly on and beyond the border", x=whole(1, 1, 3, 3),
     w=given([[[1]]]), o=lambda rng: (np.reshape(PLACES, (1, 2, 3, 3))
                                      - np.indices((3, 3))).astype(np.float32))
case("deform_conv2d", "NaN and infinity, between and on the pixels",
     x=among(real(1, 1, 4, 5), {0: NAN, 13: INF}), w=given([[[1]]]),
     o=lambda rng: np.float32(0.5) * rng.integers(0, 2, (1, 2, 4, 5)).astype(np.float32))
case("deform_conv2d", "all options at once",
     "--stride 2,1 --padding 1,2 --dilation 1,2 --groups 2", x=real(2, 4, 6, 5),
     w=real(4, 2, 3, 2), b=real(4), o=real(2, 24, 3, 7), m=positive(2, 12, 3, 7))
case("deform_conv2d", "no offset at all is a convolution", "--padding 1",
     x=whole(1, 2, 4, 4), w=whole(2, 2, 3, 3),
     o=lambda rng: np.zeros((1, 18, 4, 4), np.float32))

case("unfold", "defaults", "--kernel-size 2", x=real(2, 3, 4, 5))
case("unfold", "all options at once", "--kernel-size 3,2 --stride 2,1 "
     "--padding 1,2 --dilation 1,3", x=real(2, 2, 6, 5))
case("unfold", "unbatched", "--kernel-size 2,3", x=real(2, 4, 5))
case("unfold", "window as large as the input", "--kernel-size 3,4", x=real(1, 2, 3, 4))
case("unfold", "no images", "--kernel-size 2", x=real(0, 2, 3, 4))
case("unfold", "NaN and infinities move too", "--kernel-size 2 --padding 1",
     x=among(real(1, 1, 3, 3), {0: NAN, 4: INF, 8: -INF}))

case("fold", "defaults", "--output-size 4,5 --kernel-size 2", x=real(2, 12, 12))
case("fold", "all options at once", "--output-size 6,5 --kernel-size 3,2 "
     "--stride 2,1 --padding 1,2 --dilation 1,3", x=real(2, 12, 18))
case("fold", "unbatched, integers", "--output-size 4 --kernel-size 3",
     x=whole(18, 4))
case("fold", "windows that leave gaps", "--output-size 7 --kernel-size 2 --stride 3",
     x=real(1, 4, 4))
case("fold", "NaN and infinities", "--output-size 3 --kernel-size 2",
     x=among(real(1, 4, 4), {0: NAN, 5: INF, 10: -INF}))

case("toeplitz", "the matrix of lecture 002", "--input-size 4,4",
     w=given([[[1, 4, 1], [1, 4, 3], [3, 3, 1]]]))
case("toeplitz", "one axis", "--input-size 7", w=real(1, 1, 3))
case("toeplitz", "one axis, all options", "--input-size 8 --stride 2 --padding 2 "
     "--dilation 2 --groups 2", w=real(4, 2, 3))
case("toeplitz", "circulant", "--input-size 6 --padding-mode circular --pads 0,2",
     w=real(1, 1, 3))
case("toeplitz", "channels", "--input-size 3,4", w=real(2, 3, 2, 2))
case("toeplitz", "all options at once", "--input-size 5,4 --stride 2,1 --pads 1,0,2,1 "
     "--dilation 1,2 --groups 2", w=real(2, 1, 3, 2))
for mode in ("reflect", "symmetric", "replicate", "circular"):
    case("toeplitz", f"mode {mode}", f"--input-size 3,4 --padding 2 --padding-mode {mode}",
         w=real(1, 1, 3, 3))

# --- pooling -----------------------------------------------------------------

for rank, size in ((1, (9,)), (2, (7, 6)), (3, (5, 4, 6))):
    name = f"max_pool{rank}d"
    per = lambda numbers: ",".join(str(n) for n in numbers[:rank])
    x, tie = real(2, 3, *size), ties(2, 2, *size)
    case(name, "stride is the window", f"--kernel-size {per((3, 2, 2))}", x=x)
    case(name, "indices", f"--kernel-size 2 --return-indices i.npy", x=x)
    case(name, "ties: the first of the largest", f"--kernel-size {per((3, 3, 2))} "
         "--stride 1 --return-indices i.npy", x=tie)
    case(name, "overlap and padding", f"--kernel-size {per((3, 2, 3))} --stride 2 "
         f"--padding 1 --return-indices i.npy", x=x)
    case(name, "padding is below every number", "--kernel-size 2 --stride 1 --padding 1",
         x=stored(lambda rng, s=size: -rng.uniform(1, 2, (1, 1, *s)), np.float32))
    case(name, "ceil mode", "--kernel-size 2 --stride 2 --ceil-mode", x=x)
    case(name, "ceil mode false", "--kernel-size 2 --ceil-mode=false", x=x)
    case(name, "ceil mode, a window that would start in the padding behind",
         "--kernel-size 2 --stride 4 --padding 1 --ceil-mode=true --return-indices i.npy",
         x=x)
    case(name, "all options at once", f"--kernel-size {per((3, 2, 2))} --stride "
         f"{per((2, 3, 1))} --padding 1 --dilation {per((2, 1, 3))} --ceil-mode "
         "--return-indices i.npy", x=tie)
    case(name, "unbatched", "--kernel-size 2 --return-indices i.npy", x=real(3, *size))
    case(name, "NaN wins", "--kernel-size 2 --stride 1 --return-indices i.npy",
         x=among(tie, {3: NAN, 4: NAN, 8: INF, 9: NAN}))
    case(name, "nothing but minus infinity", "--kernel-size 3 --stride 1 --padding 1 "
         "--return-indices i.npy",
         x=lambda rng, s=size: np.full((1, 1, *s), -INF, np.float32))
case("max_pool1d", "lecture 000", "--kernel-size 2",
     x=given([1, 4, -1, 0, 2, -2, 1, 3, 3, 1]))
case("max-pool2d", "the name with a dash, unbatched", "--kernel-size 1,2", x=ties(2, 2, 6))
case("max_pool2d", "window as large as the input", "--kernel-size 5,4", x=real(1, 2, 5, 4))
case("max_pool2d", "no images", "--kernel-size 2", x=real(0, 2, 5, 4))
case("max_pool2d", "stride larger than the window", "--kernel-size 2 --stride 3,4",
     x=real(1, 2, 9, 10))

case("max_unpool2d", "defaults", "--kernel-size 2", x=real(1, 1, 2, 2),
     i=given([[[0, 2], [11, 10]]], dtype=np.int64))
case("max_unpool2d", "stride and padding", "--kernel-size 3 --stride 2 --padding 1",
     x=real(1, 2, 2, 2), i=given([[[0, 2], [6, 8]], [[1, 2], [3, 4]]], dtype=np.int64))
case("max_unpool2d", "output size", "--kernel-size 2 --output-size 5,5",
     x=real(1, 1, 2, 2), i=given([[[6, 8], [16, 24]]], dtype=np.int64))
case("max_unpool2d", "unbatched, big endian indices", "--kernel-size 2 --stride 2",
     x=real(2, 1, 2), i=stored(given([[0, 3]], [[5, 2]], dtype=np.int64), ">i8"))
case("max_unpool2d", "NaN and infinity", "--kernel-size 1,2", x=given(
    [[[NAN, INF]]]), i=given([[[1, 2]]], dtype=np.int64))

for rank, size in ((1, (9,)), (2, (7, 6)), (3, (5, 4, 6))):
    name = f"avg_pool{rank}d"
    per = lambda numbers: ",".join(str(n) for n in numbers[:rank])
    x = real(2, 3, *size)
    case(name, "stride is the window", f"--kernel-size {per((3, 2, 2))}", x=x)
    case(name, "padding counts", f"--kernel-size {per((3, 2, 3))} --stride 2 "
         "--padding 1", x=x)
    case(name, "padding does not count", f"--kernel-size {per((3, 2, 3))} --stride 2 "
         "--padding 1 --count-include-pad=false", x=x)
    case(name, "ceil mode", f"--kernel-size {per((2, 4, 4))} --ceil-mode", x=x)
    case(name, "ceil mode and padding", "--kernel-size 3 --stride 2 --padding 1 "
         "--ceil-mode", x=x)
    case(name, "ceil mode, a window past the padding", "--kernel-size 3 --stride 3 "
         "--padding 1 --ceil-mode --count-include-pad true", x=x)
    case(name, "ceil mode, padding not counted", "--kernel-size 3 --stride 3 "
         "--padding 1 --ceil-mode --count-include-pad false", x=x)
    case(name, "unbatched", f"--kernel-size {per((2, 3, 2))} --stride 1", x=real(3, *size))
    case(name, "NaN and infinities", "--kernel-size 2 --stride 1",
         x=among(x, {3: NAN, 8: INF, 9: -INF, 20: INF}))
    if rank > 1:
        case(name, "divisor", "--kernel-size 2 --divisor-override 5", x=x)
        case(name, "all options at once", f"--kernel-size {per((3, 2, 4))} --stride "
             f"{per((2, 3, 1))} --padding {per((1, 0, 2))} --ceil-mode "
             "--count-include-pad=false --divisor-override 3", x=x)
case("avg_pool2d", "divisor below 0", "--kernel-size 2 --divisor-override=-2", x=real(1, 2, 4, 4))
case("avg_pool2d", "lecture 004", "--kernel-size 3", x=given(
    [[[0, 1, 0, 1, 1, 0], [0, 1, 2, 2, 0, 1], [1, 1, 0, 1, 1, 0],
      [1, 2, 0, 1, 0, 0], [2, 1, 0, 1, 0, 1], [2, 0, 1, 0, 1, 1]]]))
case("avg_pool2d", "no images", "--kernel-size 2", x=real(0, 2, 5, 4))

case("lp_pool2d", "the root of a sum of squares", "--norm-type 2 --kernel-size 3,2",
     x=real(2, 2, 7, 6))
case("lp_pool2d", "all options at once", "--p 4 --kernel-size 3,2 --stride 2,3 "
     "--ceil-mode", x=real(2, 2, 8, 6))
case("lp_pool2d", "norm 1", "--norm-type 1 --kernel-size 2", x=positive(1, 2, 5, 6))
case("lp_pool2d", "norm 3", "--norm-type 3 --kernel-size 2 --stride 1",
     x=positive(1, 2, 5, 6))
case("lp_pool2d", "norm 1.5", "--norm-type 1.5 --kernel-size 2,3", x=positive(2, 5, 6))
case("lp_pool2d", "norm 1 of a negative sum is negative", "--norm-type 1 "
     "--kernel-size 2", x=whole(1, 1, 4, 6))
case("lp_pool2d", "norm 3 of a negative sum is NaN", "--norm-type 3 --kernel-size 1,2",
     x=given([[[-2, 1, 3, 4]]]))
case("lp_pool2d", "norm 1.5 of a negative number", "--norm-type 1.5 --kernel-size 1,2",
     x=given([[[-1, 2, 3, 4]]]))
case("lp_pool2d", "NaN, infinities, zeros", "--norm-type 2 --kernel-size 1,2",
     x=given([[[NAN, 1, INF, 2, -INF, 3, 0, 0]]]))

case("adaptive_avg_pool1d", "uneven windows", "--output-size 4", x=real(2, 3, 11))
case("adaptive_avg_pool1d", "more outputs than inputs", "--output-size 7", x=real(1, 2, 3))
case("adaptive_avg_pool1d", "unbatched", "--output-size 5", x=real(2, 10))
case("adaptive_avg_pool2d", "uneven windows", "--output-size 3,4", x=real(2, 3, 7, 6))
case("adaptive_avg_pool2d", "one number", "--output-size 2", x=real(1, 2, 5, 3))
case("adaptive_avg_pool2d", "global", "--output-size 1", x=real(2, 3, 5, 7))
case("adaptive_avg_pool2d", "more outputs than inputs", "--output-size 5,2",
     x=real(1, 2, 3, 3))
case("adaptive_avg_pool2d", "unbatched", "--output-size 2,3", x=real(2, 4, 5))
case("adaptive_avg_pool2d", "NaN and infinity stay in their windows",
     "--output-size 3", x=among(real(1, 1, 7, 7), {0: NAN, 48: INF, 46: -INF}))
case("adaptive_avg_pool2d", "no images", "--output-size 2", x=real(0, 2, 4, 5))
case("adaptive_avg_pool3d", "uneven windows", "--output-size 2,3,4", x=real(1, 2, 5, 4, 6))
case("adaptive_avg_pool3d", "unbatched, one number", "--output-size 2",
     x=real(2, 3, 4, 5))
for name in ("global_avg_pool", "global_max_pool"):
    case(name, "one axis", x=real(2, 3, 7))
    case(name, "two axes", x=real(2, 3, 5, 4))
    case(name, "three axes", x=real(2, 3, 2, 5, 4))
    case(name, "NaN and infinities", x=among(real(1, 4, 3, 3), {
        0: NAN, 10: INF, 20: -INF, 30: INF, 31: -INF}))

# --- the rest ----------------------------------------------------------------

for mode, pads in (("zeros", "1,0,2,3"), ("constant", "1,2,0,0"),
                   ("reflect", "3,2,1,4"), ("symmetric", "4,5,3,1"),
                   ("replicate", "0,7,6,0"), ("circular", "4,5,1,3")):
    case("pad", f"{mode}, two axes", f"--pads {pads} --mode {mode}", x=real(2, 2, 4, 5))
    case("pad", f"{mode}, one axis", f"--pads 3,1 --mode {mode}", x=real(2, 2, 4))
    case("pad", f"{mode}, three axes", f"--pads 1,0,2,2,1,0 --mode {mode}",
         x=real(1, 2, 3, 4, 3))
    case("pad", f"{mode}, unbatched", f"--pads 1,2,3,0 --mode {mode}",
         x=among(real(2, 4, 4), {0: NAN, 15: INF, 16: -INF}))
case("pad", "symmetric, wider than the axis: mirrors repeat, as in numpy",
     "--pads 3,7,5,2 --mode symmetric", x=real(1, 2, 2, 3))
case("pad", "a constant", "--pads 1,0,2,1 --mode constant --value -1.5",
     x=real(1, 2, 3, 4))
case("pad", "constant is the default", "--pads 2,1 --value 0.1", x=real(3, 4))
case("pad", "every axis", "--pads 1,0,2,0,1,0", x=real(2, 3, 4))
case("pad", "nothing", "--pads 0,0,0,0", x=real(1, 2, 3, 4))

case("linear", "defaults", x=real(3, 5), w=real(4, 5))
case("linear", "bias", x=real(3, 5), w=real(4, 5), b=real(4))
case("linear", "integers", x=whole(4, 7), w=whole(3, 7), b=whole(3))
case("linear", "one vector", x=real(5), w=real(4, 5), b=real(4))
case("linear", "more axes", x=real(2, 3, 5), w=real(4, 5))
case("linear", "no rows", x=real(0, 5), w=real(4, 5))
case("linear", "NaN and infinities", x=among(real(4, 3), {0: NAN, 4: INF, 8: -INF}),
     w=among(real(2, 3), {0: 0, 4: 0}))
case("linear", "numbers of very different size", x=wide(4, 30), w=wide(3, 30))

for name in ("relu", "sigmoid", "tanh"):
    case(name, "numbers", x=stored(lambda rng: rng.uniform(-9, 9, (2, 3, 7)), np.float32))
    case(name, "numbers of very different size", x=wide(40))
    case(name, "NaN, infinities, ends", x=given(
        NAN, INF, -INF, 0.0, -0.0, 88.5, -88.5, 104, -104, 1e-30, -1e-30, 3e38, -3e38,
        17.5, -17.5, 9.1, -9.1))
    case(name, "nothing", x=real(0))

for name in ("softmax", "log_softmax"):
    case(name, "rows", "--dim 1", x=wide(4, 7))
    case(name, "channels", "--dim 1", x=real(2, 5, 3, 2))
    case(name, "first axis", "--dim 0", x=real(4, 3))
    case(name, "counted from the end", "--dim -1", x=real(2, 3, 4))
    case(name, "one vector", "--dim 0", x=real(6))
    case(name, "one class", "--dim 1", x=real(3, 1))
    case(name, "large numbers do not overflow", "--dim 0", x=given(
        1000, 1001, 999.5, -1000, 3e38))
    case(name, "large numbers, close together", "--dim 0", x=given(
        1000, 1001, 999.5, 998.25, 1000.75))
    case(name, "NaN and infinities", "--dim 1", x=given(
        [1, NAN, 2], [1, INF, 2], [1, -INF, 2], [INF, INF, 0], [-INF, -INF, -INF]))

case("batch_norm", "inference", x=real(3, 4, 3, 2), mean=real(4), var=positive(4))
case("batch_norm", "weight and bias", x=real(3, 4, 5), mean=real(4), var=positive(4),
     w=real(4), b=real(4))
case("batch_norm", "weight alone, eps", "--eps 0.25", x=real(3, 4), mean=real(4),
     var=positive(4), w=real(4))
case("batch-norm", "the name with a dash, three axes", x=real(2, 3, 2, 3, 2),
     mean=real(3), var=positive(3), b=real(3))
case("batch_norm", "variance zero", x=real(2, 2, 3), mean=real(2), var=given(0, 0))
case("batch_norm", "NaN and infinities", x=among(real(2, 3, 3), {1: NAN, 5: INF}),
     mean=given(0.5, 0.5, NAN), var=given(1, INF, 1))
UPDATES = "--training --updated-mean um.npy --updated-var uv.npy"
case("batch_norm", "training", UPDATES, x=real(4, 3, 2, 3), mean=real(3),
     var=positive(3))
case("batch_norm", "training, all options", UPDATES + " --momentum 0.3 --eps 0.01",
     x=positive(3, 4, 5), mean=real(4), var=positive(4), w=real(4), b=real(4))
case("batch_norm", "training, momentum 1, no space", UPDATES + " --momentum 1",
     x=positive(6, 2), mean=real(2), var=positive(2))
case("batch_norm", "training, NaN stays in its channel", UPDATES,
     x=among(real(2, 3, 4), {0: NAN, 5: INF}), mean=real(3), var=positive(3))

for name, x in (("nll_loss", lambda rng: np.float32(-rng.uniform(0.1, 5, (6, 4)))),
                ("cross_entropy", lambda rng: np.float32(rng.uniform(-4, 4, (6, 4))))):
    t = classes(4, 6)
    picture = (lambda recipe: lambda rng: np.abs(recipe(rng)))(real(2, 3, 2, 4))
    case(name, "the mean", x=x, t=t)
    case(name, "the sum", "--reduction sum", x=x, t=t)
    case(name, "every term", "--reduction none", x=x, t=t)
    case(name, "class weights", "--reduction mean", x=x, t=t, w=positive(4))
    case(name, "class weights, every term", "--reduction none", x=x, t=t, w=positive(4))
    case(name, "some are ignored", "--ignore-index 2", x=x, t=given(
        0, 2, 1, 2, 3, 3, dtype=np.int64), w=positive(4))
    case(name, "the usual number to ignore", "--reduction none", x=x, t=given(
        0, -100, 1, 2, -100, 3, dtype=np.int64))
    case(name, "all are ignored: 0/0", x=x, t=given(*[-100] * 6, dtype=np.int64))
    case(name, "pictures", x=picture, t=classes(3, 2, 2, 4))
    case(name, "pictures, every term", "--reduction none", x=picture,
         t=classes(3, 2, 2, 4), w=positive(3))
    case(name, "one vector", x=real(5), t=lambda rng: np.array(3))
    case(name, "int32 targets", "--reduction none", x=x, t=stored(t, np.int32))
    case(name, "NaN in one row", "--reduction none", x=among(x, {0: NAN, 9: NAN}), t=t)
case("cross_entropy", "numbers of very different size", x=wide(6, 4), t=classes(4, 6))
case("cross_entropy", "label smoothing", "--label-smoothing 0.1", x=real(6, 4),
     t=classes(4, 6))
case("cross_entropy", "label smoothing, weights, ignored, sum",
     "--label-smoothing 0.25 --ignore-index 1 --reduction sum", x=real(6, 4),
     t=classes(4, 6), w=positive(4))
case("cross_entropy", "label smoothing, weights, mean", "--label-smoothing 0.1",
     x=real(2, 3, 5), t=classes(3, 2, 5), w=positive(3))
case("cross_entropy", "probabilities", x=real(6, 4), t=shares(6, 4))
case("cross_entropy", "probabilities, all options",
     "--label-smoothing 0.2 --reduction none", x=real(2, 3, 2, 2),
     t=shares(2, 3, 2, 2), w=positive(3))
case("cross_entropy", "probabilities, weights, mean", x=real(2, 3, 4),
     t=shares(2, 3, 4), w=positive(3))
case("cross_entropy", "infinite score", "--reduction none", x=given(
    [INF, 1, 2], [-INF, 1, 2], [-INF, 1, 2]), t=given(0, 0, 1, dtype=np.int64))

case("local_response_norm", "defaults", "--size 5", x=real(2, 7, 3, 2))
case("local_response_norm", "all options", "--size 3 --alpha 0.5 --beta 0.6 --k 2",
     x=wide(2, 5, 2, 3))
case("local-response-norm", "the name with dashes, even window", "--size 4 --alpha 1",
     x=real(1, 6, 4))
case("local_response_norm", "window wider than the channels", "--size 9 --alpha 2",
     x=real(1, 3, 2, 2))
case("local_response_norm", "NaN and infinity", "--size 3",
     x=among(real(1, 8, 1, 2), {0: NAN, 9: INF}))

case("nchw_to_nhwc", "an image", x=real(2, 3, 4, 5))
case("nchw_to_nhwc", "NaN and infinity", x=among(real(1, 2, 2, 3), {0: NAN, 7: INF}))
case("nhwc_to_nchw", "an image", x=real(2, 4, 5, 3))
case("nhwc_to_nchw", "Fortran order", x=fortran(real(2, 4, 5, 3)))

# --- batches of nothing ------------------------------------------------------

none = real(0, 4, 5, 6)
for operator, options, arrays in (
        ("conv_transpose1d", "", dict(x=real(0, 4, 5), w=real(4, 2, 3))),
        ("conv_transpose3d", "", dict(x=real(0, 1, 2, 3, 2), w=real(1, 2, 2, 2, 2))),
        ("deform_conv2d", "", dict(x=none, w=real(2, 4, 2, 2), o=real(0, 8, 4, 5))),
        ("fold", "--output-size 4,5 --kernel-size 2", dict(x=real(0, 12, 12))),
        ("max_pool1d", "--kernel-size 2", dict(x=real(0, 4, 5))),
        ("max_pool3d", "--kernel-size 2", dict(x=real(0, 1, 2, 3, 4))),
        ("max_unpool2d", "--kernel-size 2",
         dict(x=real(0, 1, 2, 2), i=classes(9, 0, 1, 2, 2))),
        ("avg_pool1d", "--kernel-size 2", dict(x=real(0, 4, 5))),
        ("avg_pool3d", "--kernel-size 2", dict(x=real(0, 1, 2, 3, 4))),
        ("lp_pool2d", "--norm-type 2 --kernel-size 2", dict(x=none)),
        ("adaptive_avg_pool1d", "--output-size 2", dict(x=real(0, 4, 5))),
        ("adaptive_avg_pool3d", "--output-size 2", dict(x=real(0, 1, 2, 3, 4))),
        ("global_avg_pool", "", dict(x=none)),
        ("global_max_pool", "", dict(x=none)),
        ("pad", "--pads 1,0,2,1 --mode reflect", dict(x=none)),
        ("softmax", "--dim 1", dict(x=none)),
        ("log_softmax", "--dim 1", dict(x=none)),
        ("batch_norm", "", dict(x=none, mean=real(4), var=positive(4))),
        ("nll_loss", "", dict(x=real(0, 4), t=classes(4, 0))),
        ("nll_loss", "--reduction sum", dict(x=real(0, 4), t=classes(4, 0))),
        ("cross_entropy", "--reduction none", dict(x=real(0, 4), t=classes(4, 0))),
        ("local_response_norm", "--size 3", dict(x=none)),
        ("nchw_to_nhwc", "", dict(x=none)),
        ("nhwc_to_nchw", "", dict(x=none))):
    case(operator, "no images", options, **arrays)
