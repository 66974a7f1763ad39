#!/usr/bin/env python3
"""The name under which Classroom 50 looks for an autograder; grade.sh beside
it does the work, in the student's checkout.
https://github.com/foundation50/classroom50/wiki/Advanced-Autograding"""
import os
import pathlib

script = pathlib.Path(__file__).resolve().parent / "grade.sh"
os.execvp("sh", ["sh", str(script)])
