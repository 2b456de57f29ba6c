"""A reader that ends any process that imports it."""

import multiprocessing
import os

if multiprocessing.parent_process() is not None:
    os._exit(5)
