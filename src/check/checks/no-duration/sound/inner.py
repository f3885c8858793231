import gradio as gr
import spaces


@spaces.GPU
def segment(image):
    return image


@spaces.GPU(duration=60)
def answer(image):
    return segment(image)


gr.Interface(answer, "image", "image").queue(max_size=20).launch()
