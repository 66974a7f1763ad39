"""Recipes for arrays: functions of a generator of random numbers."""
import numpy as np

INF, NAN = np.inf, np.nan


def real(*shape):
    """float32 from -1 to 1"""
    return lambda rng: rng.uniform(-1, 1, shape).astype(np.float32)


def whole(*shape):
    """small integers: every order of summation gives the same float32"""
    return lambda rng: rng.integers(-9, 10, shape).astype(np.float32)


def ties(*shape):
    """integers so few that windows have several largest"""
    return lambda rng: rng.integers(0, 4, shape).astype(np.float32)


def positive(*shape):
    return lambda rng: rng.uniform(0.25, 4, shape).astype(np.float32)


def wide(*shape):
    """from 2^-20 to 2^20"""
    return lambda rng: np.ldexp(rng.uniform(-1, 1, shape),
                                rng.integers(-20, 21, shape)).astype(np.float32)


def quarters(*shape):
    """multiples of 1/4 from -2 to 2: exact places between pixels"""
    return lambda rng: (rng.integers(-8, 9, shape) / 4).astype(np.float32)


def classes(high, *shape):
    return lambda rng: rng.integers(0, high, shape)


def shares(*shape):
    """class probabilities: they sum to 1 over axis 1"""

    def recipe(rng):
        p = rng.uniform(0.1, 1, shape)
        return (p / p.sum(1, keepdims=True)).astype(np.float32)

    return recipe


def given(*values, dtype=np.float32):
    return lambda rng: np.array(values, dtype)


def among(recipe, values):
    """The same with these values at these places of the flat array."""

    def changed(rng):
        a = recipe(rng)
        for place, value in values.items():
            a.reshape(-1)[place] = value
        return a

    return changed


def stored(recipe, dtype):
    """The same numbers, stored in another type ('>' is big endian)."""
    return lambda rng: recipe(rng).astype(dtype)


def fortran(recipe):
    return lambda rng: np.asfortranarray(recipe(rng))


def precise(*shape):
    """float64 with more digits than a float32 holds"""
    return lambda rng: rng.uniform(-1, 1, shape)
