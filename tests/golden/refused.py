"""Lines that PyTorch refuses, and the program with it."""
import numpy as np

from recipes import classes, given, positive, real

REFUSED = []  # as CASES


def refuse(operator, why, options="", **arrays):
    REFUSED.append((operator, why, options, arrays))


image, weight = real(1, 4, 5, 6), real(4, 4, 3, 3)

refuse("conv2d", "channels of input and weight differ", x=image, w=real(4, 3, 3, 3))
refuse("conv2d", "groups do not divide the inputs", "--groups 3", x=image, w=weight)
refuse("conv2d", "groups do not divide the outputs", "--groups 2", x=image,
       w=real(3, 2, 3, 3))
refuse("conv2d", "no groups", "--groups 0", x=image, w=weight)
refuse("conv2d", "stride 0", "--stride 0", x=image, w=weight)
refuse("conv2d", "stride below 0", "--stride 1,-1", x=image, w=weight)
refuse("conv2d", "dilation 0", "--dilation 0", x=image, w=weight)
refuse("conv2d", "padding below 0", "--padding -1", x=image, w=weight)
refuse("conv2d", "three strides for two axes", "--stride 1,1,1", x=image, w=weight)
refuse("conv2d", "kernel larger than the input", x=image, w=real(4, 4, 6, 3))
refuse("conv2d", "dilated kernel larger than the input", "--dilation 1,3", x=image,
       w=weight)
refuse("conv2d", "bias of another length", x=image, w=weight, b=real(3))
refuse("conv2d", "bias of one number", x=image, w=weight, b=real(1))
refuse("conv2d", "weight with too few axes", x=image, w=real(4, 4, 3))
refuse("conv2d", "input with too many axes", x=real(1, 1, 4, 5, 6), w=weight)
refuse("conv2d", "'same' with a stride", "--padding same --stride 2", x=image, w=weight)
refuse("conv2d", "reflection as wide as the image",
       "--padding-mode reflect --padding 5,1", x=image, w=weight)
refuse("conv2d", "circular padding wider than the image",
       "--padding-mode circular --padding 1,7", x=image, w=weight)
refuse("conv2d", "no such mode", "--padding-mode mirror --padding 1", x=image, w=weight)
refuse("conv2d", "no such word", "--padding some", x=image, w=weight)
refuse("conv1d", "a picture", x=image, w=real(2, 4, 3))
refuse("conv1d", "kernel larger than the padded input", "--padding 1", x=real(1, 2, 3),
       w=real(2, 2, 6))
refuse("conv3d", "kernel larger than the input", x=real(1, 1, 3, 3, 3),
       w=real(1, 1, 2, 2, 4))
refuse("conv_transpose2d", "channels of input and weight differ", x=image,
       w=real(3, 2, 3, 3))
refuse("conv_transpose2d", "output padding as large as stride and dilation",
       "--stride 2 --output-padding 2", x=image, w=weight)
refuse("conv_transpose2d", "output padding below 0", "--output-padding -1", x=image,
       w=weight)
refuse("conv_transpose2d", "padding cuts all of it", "--padding 9", x=image, w=weight)
refuse("conv_transpose2d", "bias of another length", x=image, w=weight, b=real(5))
refuse("conv_transpose1d", "groups do not divide", "--groups 3", x=real(1, 4, 5),
       w=real(4, 2, 3))
refuse("deform_conv2d", "offsets of another size", x=image, w=weight,
       o=real(1, 18, 3, 3))
refuse("deform_conv2d", "offsets for another kernel", x=image, w=weight,
       o=real(1, 16, 3, 4))
refuse("deform_conv2d", "mask of another size", x=image, w=weight,
       o=real(1, 18, 3, 4), m=positive(1, 9, 3, 3))
refuse("unfold", "window larger than the input", "--kernel-size 6", x=image)
refuse("unfold", "no window", "--kernel-size 0", x=image)
refuse("fold", "columns that are no windows", "--output-size 4 --kernel-size 2",
       x=real(1, 7, 9))
refuse("fold", "as many columns as another size has", "--output-size 4 --kernel-size 2",
       x=real(1, 8, 8))
for name in ("max_pool2d", "avg_pool2d"):
    refuse(name, "padding larger than half the window", "--kernel-size 3 --padding 2",
           x=image)
    refuse(name, "window larger than the input", "--kernel-size 6", x=image)
    refuse(name, "no window", "--kernel-size 0,2", x=image)
    refuse(name, "stride 0", "--kernel-size 2 --stride 0", x=image)
    refuse(name, "padding below 0", "--kernel-size 2 --padding -1", x=image)
    refuse(name, "one axis too few", "--kernel-size 2", x=real(5, 6))
    refuse(name, "no channels", "--kernel-size 2", x=real(1, 0, 5, 6))
refuse("max_pool2d", "dilated window larger than the input",
       "--kernel-size 3 --dilation 3", x=image)
refuse("max_pool2d", "dilation 0", "--kernel-size 2 --dilation 0", x=image)
refuse("max_pool1d", "padding larger than half the window", "--kernel-size 3 --padding 2",
       x=real(1, 2, 9))
refuse("max_pool3d", "window larger than the input", "--kernel-size 4", x=real(1, 1, 5, 3, 5))
refuse("avg_pool2d", "divisor 0", "--kernel-size 2 --divisor-override 0", x=image)
refuse("max_unpool2d", "index outside the plane", "--kernel-size 2", x=real(1, 1, 2, 2),
       i=given([[[0, 2], [9, 16]]], dtype=np.int64))
refuse("max_unpool2d", "index below 0", "--kernel-size 2", x=real(1, 1, 2, 2),
       i=given([[[0, 2], [9, -1]]], dtype=np.int64))
refuse("max_unpool2d", "indices of another shape", "--kernel-size 2", x=real(1, 1, 2, 2),
       i=given([[[0, 2]]], dtype=np.int64))
refuse("max_unpool2d", "output size out of reach", "--kernel-size 2 --output-size 7,4",
       x=real(1, 1, 2, 2), i=given([[[0, 2], [9, 11]]], dtype=np.int64))
refuse("adaptive_avg_pool2d", "output size below 0", "--output-size -1", x=image)
refuse("pad", "reflection as wide as the axis", "--pads 0,6,0,0 --mode reflect", x=image)
refuse("pad", "circular padding wider than the axis", "--pads 0,0,6,0 --mode circular",
       x=image)
refuse("pad", "more pads than axes", "--pads 1,1,1,1", x=real(3))
refuse("pad", "half a pair", "--pads 1,1,1", x=image)
refuse("pad", "no such mode", "--pads 1,1,1,1 --mode mirror", x=image)
refuse("linear", "features of input and weight differ", x=real(3, 5), w=real(4, 6))
refuse("linear", "bias of another length", x=real(3, 5), w=real(4, 5), b=real(5))
refuse("softmax", "no such axis", "--dim 2", x=real(3, 4))
refuse("log_softmax", "no such axis from the end", "--dim -3", x=real(3, 4))
refuse("batch_norm", "mean of another length", x=image, mean=real(3), var=positive(4))
refuse("batch_norm", "weight of another length", x=image, mean=real(4), var=positive(4),
       w=real(5))
refuse("batch_norm", "one value per channel has no variance",
       "--training --updated-mean um.npy --updated-var uv.npy", x=real(1, 4),
       mean=real(4), var=positive(4))
for name in ("nll_loss", "cross_entropy"):
    refuse(name, "class too large", x=real(3, 4), t=given(0, 4, 1, dtype=np.int64))
    refuse(name, "class below 0", x=real(3, 4), t=given(0, -1, 1, dtype=np.int64))
    refuse(name, "another number of targets", x=real(3, 4), t=classes(4, 2))
    refuse(name, "weights of another length", x=real(3, 4), t=classes(4, 3), w=real(3))
    refuse(name, "no such reduction", "--reduction average", x=real(3, 4),
           t=classes(4, 3))
refuse("cross_entropy", "label smoothing above 1", "--label-smoothing 1.5", x=real(3, 4),
       t=classes(4, 3))
refuse("local_response_norm", "no window", "--size 0", x=image)
refuse("local_response_norm", "no space", "--size 3", x=real(3, 4))
