# PyTorch as a peer of the benchmark. The C program starts this as a process of
# its own and speaks with it in lines over pipes:
#   -> threads
#   <- ready VERSION                   once PyTorch is loaded
#   -> open FILE KIND RANK N C_IN C_OUT GROUPS in k s p d (three numbers each)
#   <- ok                              x, weights, bias were read from FILE
#   -> run WRITE                       one call; WRITE 1: and y goes to FILE
#   <- done 0
#   -> time WARM CALLS                 so many untimed calls, so many timed; with
#                                      one thread its own time, as C does it
#   <- done NANOSECONDS
# What goes wrong is answered by a line `error TEXT`.
#
# FILE holds x, weights, bias, y as float32, each at a multiple of 16 floats.
# x and the weights are cloned, so that they lie as PyTorch lays its own; y is
# new memory in each call, as it is for who calls PyTorch.
import sys
import time

import torch
import torch.nn.functional as F


def padded(count):
    return (count + 15) // 16 * 16


def product(numbers):
    total = 1
    for number in numbers:
        total *= number
    return total


class Layer:
    def __init__(self, words):
        file, kind, numbers = words[0], words[1], [int(a) for a in words[2:]]
        rank, n, c_in, c_out, groups = numbers[:5]
        axes = [numbers[5 + 3 * i:8 + 3 * i] for i in range(5)]
        size, k, s, p, d = (axis[3 - rank:] for axis in axes)
        out = [(size[a] + 2 * p[a] - d[a] * (k[a] - 1) - 1) // s[a] + 1
               for a in range(rank)]
        shapes = [[n, c_in] + size, [c_out, c_in // groups] + k, [c_out],
                  [n, c_out] + out]
        if kind != "conv":
            shapes[1:3] = [[0], [0]]
        counts = [product(shape) for shape in shapes]
        total = sum(padded(count) for count in counts)
        whole = torch.from_file(file, shared=True, size=total,
                                dtype=torch.float32)
        arrays, at = [], 0
        for shape, count in zip(shapes, counts):
            arrays.append(whole[at:at + count].view(shape))
            at += padded(count)
        x, w, b = (array.clone() for array in arrays[:3])
        self.y = arrays[3]
        if kind == "conv":
            conv = [F.conv1d, F.conv2d, F.conv3d][rank - 1]
            self.call = lambda: conv(x, w, b, s, p, d, groups)
        elif kind == "max":
            pool = [F.max_pool1d, F.max_pool2d, F.max_pool3d][rank - 1]
            self.call = lambda: pool(x, k, s, p, d)
        elif rank == 2 and size == k:
            self.call = lambda: F.adaptive_avg_pool2d(x, 1)
        else:
            pool = [F.avg_pool1d, F.avg_pool2d, F.avg_pool3d][rank - 1]
            self.call = lambda: pool(x, k, s, p)

    def run(self, write):
        y = self.call()
        if write:
            self.y.copy_(y)

    def time(self, warm, calls):
        clock = time.thread_time_ns if torch.get_num_threads() == 1 \
            else time.perf_counter_ns
        call = self.call
        for _ in range(warm):
            call()
        start = clock()
        for _ in range(calls):
            call()
        return clock() - start


def answer(text):
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


def main():
    torch.set_num_threads(int(sys.stdin.readline()))
    answer("ready " + torch.__version__)
    layer = None
    for line in sys.stdin:
        verb, *words = line.split()
        try:
            if verb == "open":
                layer = None  # its memory is free before more is asked for
                layer = Layer(words)
                answer("ok")
            elif verb == "run":
                layer.run(words[0] == "1")
                answer("done 0")
            elif verb == "time":
                answer("done %d" % layer.time(int(words[0]), int(words[1])))
            else:
                answer("error no such verb: " + verb)
        except Exception as problem:
            answer("error " + str(problem).replace("\n", " "))


with torch.inference_mode():
    main()
