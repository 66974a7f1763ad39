#!/usr/bin/python3
"""Writes the golden vectors: tests/golden/<operator>.{txt,npy}, refused.{txt,npy}.

    /usr/bin/python3 tests/golden/generate.py

Made with Debian 12's python3-torch 1.13.0, python3-torchvision 0.14.1 and
python3-numpy 1.24.2. The same machine writes the same bytes again; on another
one the last bits of the doubles may differ, as far as its BLAS adds in another
order. Nothing here is needed to build or to test: the files are committed.

A line of a .txt is what a user types after `convlings`. The .npy next to it
holds, one .npy record behind the other, in the order in which the lines name
files: for an input its array; for an output two arrays, what PyTorch computes
in float64 from the inputs as float32, and how large the absolute error may be,
element by element (operators.py says why; 0 demands equality). refused.txt has
the lines that must end in exit status 2, and PyTorch refuses each of them;
refused.npy has only inputs.
"""
import pathlib
import sys
import warnings
import zlib

import numpy as np
import torch

sys.dont_write_bytecode = True  # no folder beside the files

from cases import CASES
from operators import OPERATORS
from refused import REFUSED

HERE = pathlib.Path(__file__).parent
INPUTS = {  # letter of a case: option, file
    "x": ("input", "x.npy"), "w": ("weight", "w.npy"), "b": ("bias", "b.npy"),
    "o": ("offset", "o.npy"), "m": ("mask", "m.npy"), "t": ("target", "t.npy"),
    "i": ("indices", "i.npy"), "mean": ("running-mean", "rm.npy"),
    "var": ("running-var", "rv.npy")}
OUTPUTS = ("output", "return-indices", "updated-mean", "updated-var")


class Options:
    """The options of a line, as torch.nn.functional names them."""

    def __init__(self, line):
        self.values = {}
        name = ""
        for word in line.replace("=", " ").split()[1:]:
            if word.startswith("--"):
                name = word[2:]
                self.values[name] = "true"
            else:
                self.values[name] = word

    def get(self, name, default=None):
        return self.values.get(name, default)

    def real(self, name, default):
        """A number as the program has it: rounded to float32."""
        return float(np.float32(self.get(name, default)))

    def flag(self, name, default=False):
        return self.get(name, str(default).lower()) == "true"

    def numbers(self, name, count=None, default=0):
        """A number for each axis; one serves all."""
        text = self.get(name)
        if text is None:
            return None if default is None else [default] * count
        found = [int(n) for n in text.split(",")]
        if count and len(found) not in (1, count):
            raise ValueError(f"{name} has {len(found)} numbers")
        return found * count if count and len(found) == 1 else found


def line_of(operator, options, arrays):
    words = [operator]
    for letter, (option, name) in INPUTS.items():
        if letter in arrays:
            words += [f"--{option}", name]
    return " ".join(words + options.split() + ["--output", "y.npy"])


def made(one):
    """The arrays of a case: the numbers depend on its text alone."""
    operator, why, options, recipes = one
    seed = zlib.crc32(" ".join((operator, why, options)).encode())
    rng = np.random.default_rng(seed)
    return {letter: recipes[letter](rng) for letter in INPUTS if letter in recipes}


def computed(operator, line, arrays):
    """PyTorch's answer, from what the program reads: float32."""
    tensors = {}
    for letter, array in arrays.items():
        whole = letter in "ti" and array.dtype.kind == "i"
        native = array.astype(np.int64 if whole else np.float32, order="C")
        tensors[INPUTS[letter][0]] = torch.from_numpy(
            native if whole else native.astype(np.float64))
    with torch.no_grad():
        return OPERATORS[operator.replace("-", "_")](tensors, Options(line))


def put(stream, tensor):
    np.save(stream, np.ascontiguousarray(tensor.numpy())
            if tensor.dim() else tensor.numpy())


def written(lines, stream, one):
    """Adds one case to both files."""
    operator, why, options, _ = one
    arrays = made(one)
    line = line_of(operator, options, arrays)
    lines += [f"# {why}", line]
    expected = computed(operator, line, arrays)
    for option, word in zip(line.split(), line.split()[1:]):
        if not word.endswith(".npy"):
            continue
        for letter, (name, _) in INPUTS.items():
            if option == f"--{name}":
                np.save(stream, arrays[letter])
        if option[2:] in OUTPUTS:
            y, allowed = expected[option[2:]]
            if y.is_floating_point():
                sane = torch.isfinite(allowed) & (allowed >= 0)
                assert sane.all() and allowed.shape == y.shape, line
            put(stream, y)
            put(stream, allowed)


def refused(lines, stream, one):
    operator, why, options, _ = one
    arrays = made(one)
    line = line_of(operator, options, arrays)
    lines += [f"# {why}", line]
    for array in arrays.values():
        np.save(stream, array)
    try:
        computed(operator, line, arrays)
    except Exception:  # whatever PyTorch calls it
        return
    raise SystemExit(f"PyTorch accepts: {line}  ({why})")


def write_files(name, cases, add):
    lines = ["# Written by generate.py, which also says what is in the .npy."]
    with open(HERE / f"{name}.npy", "wb") as stream:
        for one in cases:
            add(lines, stream, one)
    (HERE / f"{name}.txt").write_text("\n".join(lines) + "\n")


def main():
    torch.set_num_threads(1)
    warnings.simplefilter("ignore")  # 'same' and even kernels: a copy is made
    for operator in sorted(OPERATORS):
        chosen = [one for one in CASES if one[0].replace("-", "_") == operator]
        write_files(operator, chosen, written)
    write_files("refused", REFUSED, refused)


if __name__ == "__main__":
    main()
