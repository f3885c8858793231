import gradio as gr
import spaces


@spaces.GPU(duration=200)
def segment(image):
    return image


def prepare(image):
    return segment(image)


@spaces.GPU(duration=60)
def answer(image):
    return segment(prepare(image))


gr.Interface(answer, "image", "image").queue(max_size=20).launch()
