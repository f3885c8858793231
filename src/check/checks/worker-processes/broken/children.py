import gradio as gr
import spaces
import torch

import multiprocessing as mp
from concurrent.futures import ProcessPoolExecutor

from torch.utils.data import DataLoader


def decode(items):
    with ProcessPoolExecutor(max_workers=2) as pool:  # here
        return list(pool.map(len, items))


@spaces.GPU(duration=20)
def draw(prompts):
    loader = DataLoader(prompts, batch_size=2, num_workers=4)  # here
    child = mp.Process(target=len, args=(prompts,))  # here
    child.start()
    pool = mp.get_context("spawn").Pool(2)  # here
    return decode(prompts), loader, pool


gr.Interface(draw, "text", "text").queue(max_size=20).launch()
