"""What every operator of the program must give: PyTorch in float64.

Each function takes the arrays of a case (float64 tensors that hold float32
values, or int64 tensors) and its options, and returns, per output, the
expected array and the absolute error that is allowed in each element.

The error of a float32 sum of m terms, in whatever order, is at most
    gamma(m) * magnitude + m * 2^-149,    gamma(m) = m u / (1 - m u), u = 2^-24,
where magnitude is the same sum of absolute values (N. J. Higham, "Accuracy
and Stability of Numerical Algorithms", 2nd ed., 2002, sections 2.2 and 3.1).
The doubles of PyTorch are off by as much with 2^-53: the last term of
`bound`. Sums of integers below 2^24, and values that are only chosen or
moved, must be equal: 0 is allowed.
"""
import math

import numpy as np
import torch
import torch.nn.functional as F
from torchvision.ops import deform_conv2d as torchvision_deform_conv2d

U = 2.0**-24
TINY = 2.0**-149


def bound(m, magnitude):
    return (m * U / (1 - m * U) + 4 * m * 2.0**-53) * magnitude + m * TINY


def moved(y):
    """Equality, for values that no arithmetic touches."""
    return y, torch.zeros(y.shape, dtype=torch.float64)


def within(y, allowed):
    """NaN and infinities are equal or wrong, whatever the bound says."""
    finite = torch.isfinite(y) & torch.isfinite(allowed)
    return y, torch.where(finite, allowed, torch.zeros_like(allowed))


def largest(x):
    """The largest finite |x|."""
    return float(x.nan_to_num(0, 0, 0).abs().max()) if x.numel() else 0.0


def once_rounded(y, slack=0):
    """Double arithmetic, rounded once: half a unit, doubled for the double,
    and what its own sums of differences may lose."""
    return within(y, 2 * U * y.abs() + TINY + slack)


def all_whole(arrays):
    finite = [a[torch.isfinite(a)] for a in arrays if a is not None]
    return all(bool((a == a.round()).all()) for a in finite)


def summed(f, m, *arrays):
    """f is linear in each array, and each output sums m products of them."""
    y = f(*arrays)
    magnitude = f(*[None if a is None else a.abs() for a in arrays])
    allowed = bound(m, magnitude)
    if all_whole(arrays):
        allowed = torch.where(magnitude < 2**24, torch.zeros_like(y), allowed)
    return within(y, allowed)


# --- sliding windows ---------------------------------------------------------


def pad_mode(x, before, after, mode, value=0.0):
    """Pads the trailing axes; numpy has the one mode that PyTorch lacks."""
    if mode == "symmetric":
        rest = [(0, 0)] * (x.dim() - len(before))
        widths = rest + list(zip(before, after))
        return torch.from_numpy(np.pad(x.numpy(), widths, mode="symmetric"))
    pairs = [p for pair in zip(before, after) for p in pair]
    order = [p for i in range(len(pairs) - 2, -2, -2) for p in pairs[i : i + 2]]
    if mode in ("zeros", "constant"):
        return F.pad(x, order, value=value)
    if x.dim() == len(before) + 1:  # circular wants an axis of images
        return F.pad(x[None], order, mode=mode)[0]
    return F.pad(x, order, mode=mode)


def conv_pads(o, rank, kernel, dilation):
    """What the convolution itself pads with zeros, and what is padded before
    it, as torch.nn.Conv2d does: all the befores, all the afters."""
    mode, padding = o.get("padding-mode", "zeros"), o.get("padding")
    if o.get("pads"):
        pads = o.numbers("pads", 2 * rank)
        return 0, pads[:rank], pads[rank:]
    if mode == "zeros" and padding in ("same", "valid"):
        return padding, None, None
    if padding == "same":
        total = [d * (k - 1) for d, k in zip(dilation, kernel)]
        before = [t // 2 for t in total]
        return 0, before, [t - b for t, b in zip(total, before)]
    pads = o.numbers("padding", rank, 0)
    return (pads, None, None) if mode == "zeros" else (0, pads, pads)


def conv(rank):
    function = (F.conv1d, F.conv2d, F.conv3d)[rank - 1]

    def f(a, o):
        weight = a["weight"]
        kernel = weight.shape[2:]
        dilation = o.numbers("dilation", rank, 1)
        padding, before, after = conv_pads(o, rank, kernel, dilation)
        mode = o.get("padding-mode", "zeros")
        options = dict(stride=o.numbers("stride", rank, 1), dilation=dilation,
                       padding=padding, groups=int(o.get("groups", 1)))

        def apply(x, w, b):
            if before:
                x = pad_mode(x, before, after, mode)
            return function(x, w, b, **options)

        bias = a.get("bias")
        m = weight[0].numel() + (bias is not None)
        return {"output": summed(apply, m, a["input"], weight, bias)}

    return f


def conv_transpose(rank):
    function = (F.conv_transpose1d, F.conv_transpose2d,
                F.conv_transpose3d)[rank - 1]

    def f(a, o):
        weight, bias = a["weight"], a.get("bias")
        groups = int(o.get("groups", 1))

        def apply(x, w, b):
            return function(x, w, b, o.numbers("stride", rank, 1),
                            o.numbers("padding", rank, 0),
                            o.numbers("output-padding", rank, 0), groups,
                            o.numbers("dilation", rank, 1))

        m = weight.shape[0] // groups * math.prod(weight.shape[2:])
        m += bias is not None
        return {"output": summed(apply, m, a["input"], weight, bias)}

    return f


def deform_conv2d(a, o):
    """A tap is the sum of four pixels, each times two fractions that may have a
    rounding of their own: 7 in all, 8 with the mask. A position that is
    rounded to float32 is off by u * |position|, and the picture between its
    pixels is no steeper than 2 max|x| per axis."""
    weight, offset, bias = a["weight"], a["offset"], a.get("bias")
    mask = a.get("mask")
    stride, dilation = o.numbers("stride", 2, 1), o.numbers("dilation", 2, 1)

    def apply(x, w, b, mask):
        return torchvision_deform_conv2d(x, offset, w, b, stride,
                                         o.numbers("padding", 2, 0), dilation,
                                         mask)

    m = weight[0].numel() + 8 + (bias is not None)
    y, allowed = summed(apply, m, a["input"], weight, bias, mask)
    whole = all_whole([t for t in (a["input"], weight, bias, mask)
                       if t is not None] + [offset * 4])
    if whole:  # quarters: sixteenths of integers, exact in float32
        return {"output": moved(y)}
    place = 2 + max(a["input"].shape) + largest(offset)
    steep = 4 * largest(a["input"]) * (1 if mask is None else largest(mask))
    taps = weight.abs().flatten(1).sum(1)[None, :, None, None]
    return {"output": within(y, allowed + U * place * steep * taps)}


def window(o, rank=2):
    return dict(kernel_size=o.numbers("kernel-size", rank),
                stride=o.numbers("stride", rank, 1),
                padding=o.numbers("padding", rank, 0),
                dilation=o.numbers("dilation", rank, 1))


def unfold(a, o):
    return {"output": moved(F.unfold(a["input"], **window(o)))}


def fold(a, o):
    w = window(o)
    size = o.numbers("output-size", 2)
    m = math.prod(w["kernel_size"])
    return {"output": summed(lambda x: F.fold(x, size, **w), m, a["input"])}


def toeplitz(a, o):
    """Column j is what the convolution makes of the j-th unit image."""
    weight = a["weight"]
    size = o.numbers("input-size", weight.dim() - 2)
    channels = weight.shape[1] * int(o.get("groups", 1))
    count = channels * math.prod(size)
    units = torch.eye(count, dtype=torch.float64).reshape(count, channels, *size)

    def columns(w):
        y = conv(weight.dim() - 2)({"input": units, "weight": w}, o)["output"]
        return y[0].reshape(count, -1).T.contiguous()

    # only circular, reflected or replicated pixels meet several weights
    y, allowed = summed(columns, weight[0].numel(), weight)
    if o.get("padding-mode", "zeros") == "zeros":
        return {"output": moved(y)}
    return {"output": (y, allowed)}


# --- pooling -----------------------------------------------------------------


def max_pool(rank):
    function = (F.max_pool1d, F.max_pool2d, F.max_pool3d)[rank - 1]

    def f(a, o):
        y, indices = function(a["input"], o.numbers("kernel-size", rank),
                              o.numbers("stride", rank, None),
                              o.numbers("padding", rank, 0),
                              o.numbers("dilation", rank, 1),
                              ceil_mode=o.flag("ceil-mode"),
                              return_indices=True)
        return {"output": moved(y), "return-indices": moved(indices)}

    return f


def max_unpool2d(a, o):
    size = o.numbers("output-size", 2, None)
    y = F.max_unpool2d(a["input"], a["indices"], o.numbers("kernel-size", 2),
                       o.numbers("stride", 2, None), o.numbers("padding", 2, 0),
                       size)
    return {"output": moved(y)}


def averaged(f, m, x):
    """A double sum of m terms, rounded once."""
    return {"output": once_rounded(f(x), m * 2.0**-51 * f(x.abs()))}


def avg_pool(rank):
    """A float32 sum, then a division or a product with a rounded 1/m."""
    function = (F.avg_pool1d, F.avg_pool2d, F.avg_pool3d)[rank - 1]

    def f(a, o):
        kernel = o.numbers("kernel-size", rank)
        more = {}
        if rank > 1 and o.get("divisor-override"):
            more = {"divisor_override": int(o.get("divisor-override"))}

        def apply(x):
            return function(x, kernel, o.numbers("stride", rank, None),
                            o.numbers("padding", rank, 0),
                            o.flag("ceil-mode"),
                            o.flag("count-include-pad", True), **more)

        x = a["input"]
        return {"output": within(apply(x), bound(math.prod(kernel) + 1,
                                                 apply(x.abs()).abs()))}

    return f


def adaptive_avg_pool(rank):
    function = (F.adaptive_avg_pool1d, F.adaptive_avg_pool2d,
                F.adaptive_avg_pool3d)[rank - 1]

    def f(a, o):
        x = a["input"]
        size = o.numbers("output-size", rank)
        m = math.prod(-(-n // k) + 1 for n, k in zip(x.shape[-rank:], size))
        return averaged(lambda x: function(x, size), m, x)

    return f


def spatial(x):
    return tuple(range(2, x.dim()))


def global_avg_pool(a, o):
    x = a["input"]
    m = math.prod(x.shape[2:])
    return averaged(lambda x: x.mean(spatial(x), keepdim=True), m, x)


def global_max_pool(a, o):
    return {"output": moved(a["input"].amax(spatial(a["input"]), keepdim=True))}


def lp_pool2d(a, o):
    """Powers and their sum S in double, a root: y = S^(1/p). A relative error
    e of S is e/p in y; terms that cancel make e large."""
    p = o.real("norm-type", o.get("p", 2))
    kernel = o.numbers("kernel-size", 2)
    rest = dict(stride=o.numbers("stride", 2, None), ceil_mode=o.flag("ceil-mode"))
    x = a["input"]
    y = F.lp_pool2d(x, p, kernel, **rest)
    most = F.lp_pool2d(x.abs(), p, kernel, **rest)
    e = (math.prod(kernel) + 5) * 2.0**-51 * (most / y).abs()**p
    e = torch.where(y == 0, torch.zeros_like(y), e)
    return {"output": once_rounded(y, 2 * e / p * y.abs())}


# --- the rest ----------------------------------------------------------------


def pad(a, o):
    pads = o.numbers("pads")
    half = len(pads) // 2
    if len(pads) % 2:
        F.pad(a["input"], pads)  # refuses
    return {"output": moved(pad_mode(a["input"], pads[:half], pads[half:],
                                     o.get("mode", "constant"),
                                     o.real("value", 0)))}


def linear(a, o):
    bias = a.get("bias")
    m = a["weight"].shape[1] + (bias is not None)
    return {"output": summed(F.linear, m, a["input"], a["weight"], bias)}


def relu(a, o):
    return {"output": moved(F.relu(a["input"]))}


def elementwise(function):
    return lambda a, o: {"output": once_rounded(function(a["input"], o))}


def log_softmax(a, o):
    """The double differences x - max - log(sum) may cancel."""
    x = a["input"]
    y = F.log_softmax(x, int(o.get("dim")))
    return {"output": once_rounded(y, 2.0**-48 * (1 + largest(x)))}


def along_channels(v, x):
    return v.reshape(1, -1, *[1] * (x.dim() - 2))


def batch_norm(a, o):
    """y = (x - mean) / sqrt(var + eps) * weight + bias: double differences,
    of the size (|x| + |mean|) |weight| / sqrt(var + eps) + |bias|. In training
    the double sums of m values are off by m 2^-52 times the largest."""
    x, training = a["input"], o.flag("training")
    eps, momentum = o.real("eps", 1e-5), o.real("momentum", 0.1)
    old = a["running-mean"], a["running-var"]
    mean, var = old[0].clone(), old[1].clone()
    y = F.batch_norm(x, mean, var, a.get("weight"), a.get("bias"), training,
                     momentum, eps)
    w, b = a.get("weight", torch.ones_like(mean)), a.get("bias", mean * 0)
    axes = (0,) + spatial(x)
    m = x.numel() // max(1, x.shape[1]) if training else 1
    used = (x.mean(axes), x.var(axes, unbiased=False)) if training else old
    most = x.abs().amax(axes) if training else x.abs()
    scale = w.abs() / torch.sqrt(used[1] + eps)
    if not training:
        scale, b = along_channels(scale, x), along_channels(b, x)
        slack = (most + along_channels(used[0].abs(), x)) * scale + b.abs()
    else:
        slack = along_channels(2 * most * scale + b.abs(), x) * m
    out = {"output": once_rounded(y, 2.0**-48 * slack)}
    if training:
        slack = 2.0**-48 * m
        out["updated-mean"] = once_rounded(mean, slack * (old[0].abs() + most))
        out["updated-var"] = once_rounded(var, slack * (old[1] + 2 * most**2))
    return out


def local_response_norm(a, o):
    y = F.local_response_norm(a["input"], int(o.get("size")),
                              o.real("alpha", 1e-4), o.real("beta", 0.75),
                              o.real("k", 1))
    return {"output": once_rounded(y)}


def reduced(y, magnitude, weights, classes, o):
    """The three reductions of a loss: double sums of the classes of a term,
    and of the terms."""
    kind = o.get("reduction", "mean")
    terms = magnitude.numel()
    if kind == "none":
        return once_rounded(y, classes * 2.0**-48 * magnitude)
    slack = (terms + classes) * 2.0**-48 * magnitude.sum()
    return once_rounded(y, slack if kind == "sum" else slack / weights)


def loss_terms(log_p, target, a, o):
    """-sum over classes of q * weight * log_p, with q the smoothed target, and
    the sum of the weights that a mean divides by."""
    classes = log_p.shape[1]
    smooth = o.real("label-smoothing", 0)
    weight = a.get("weight")
    w = torch.ones(classes, dtype=torch.float64) if weight is None else weight
    if target.is_floating_point():
        q, kept = target, torch.ones_like(target[:, 0])
        total = kept.sum()
    else:
        kept = (target != int(o.get("ignore-index", -100))).double()
        safe = torch.where(kept > 0, target, torch.zeros_like(target))
        q = F.one_hot(safe, classes).double().movedim(-1, 1)
        total = (w[safe] * kept).sum()
    q = q * (1 - smooth) + smooth / classes
    terms = q * along_channels(w, log_p) * -log_p
    terms = torch.where(q == 0, torch.zeros_like(terms), terms)
    return terms.sum(1) * kept, terms.abs().sum(1) * kept, total


def loss(function, is_log):
    def f(a, o):
        x, target = a["input"], a["target"]
        more = {} if target.is_floating_point() else {
            "ignore_index": int(o.get("ignore-index", -100))}
        if not is_log:
            more["label_smoothing"] = o.real("label-smoothing", 0)
        y = function(x, target, weight=a.get("weight"),
                     reduction=o.get("reduction", "mean"), **more)
        if x.dim() == 1:
            x, target = x[None], target[None]
        log_p = x if is_log else F.log_softmax(x, 1)
        terms, magnitude, total = loss_terms(log_p, target, a, o)
        if o.get("reduction") == "none":
            assert torch.allclose(y, terms.reshape(y.shape), equal_nan=True)
        magnitude = magnitude.reshape(y.shape) if y.dim() else magnitude
        magnitude = magnitude + largest(x)  # the double differences x - max
        return {"output": reduced(y, magnitude, total, x.shape[1], o)}

    return f


OPERATORS = {
    "deform_conv2d": deform_conv2d, "unfold": unfold, "fold": fold,
    "toeplitz": toeplitz, "max_unpool2d": max_unpool2d,
    "lp_pool2d": lp_pool2d, "global_avg_pool": global_avg_pool,
    "global_max_pool": global_max_pool, "pad": pad, "linear": linear,
    "relu": relu, "log_softmax": log_softmax, "batch_norm": batch_norm,
    "sigmoid": elementwise(lambda x, o: torch.sigmoid(x)),
    "tanh": elementwise(lambda x, o: torch.tanh(x)),
    "softmax": elementwise(lambda x, o: F.softmax(x, int(o.get("dim")))),
    "local_response_norm": local_response_norm,
    "nll_loss": loss(F.nll_loss, True),
    "cross_entropy": loss(F.cross_entropy, False),
    "nchw_to_nhwc": lambda a, o: {"output": moved(a["input"].movedim(1, -1))},
    "nhwc_to_nchw": lambda a, o: {"output": moved(a["input"].movedim(-1, 1))},
}
for rank in (1, 2, 3):
    OPERATORS[f"conv{rank}d"] = conv(rank)
    OPERATORS[f"conv_transpose{rank}d"] = conv_transpose(rank)
    OPERATORS[f"max_pool{rank}d"] = max_pool(rank)
    OPERATORS[f"avg_pool{rank}d"] = avg_pool(rank)
    OPERATORS[f"adaptive_avg_pool{rank}d"] = adaptive_avg_pool(rank)
