import gradio as gr
import spaces
import torch

from playwright.sync_api import sync_playwright


@spaces.GPU(duration=20)
def draw(prompt):
    with sync_playwright() as player:
        browser = player.chromium.launch()
        browser.close()
    return prompt


gr.Interface(draw, "text", "text").queue(max_size=20).launch()
