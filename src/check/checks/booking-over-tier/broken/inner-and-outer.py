import gradio as gr
import spaces


@spaces.GPU(duration=200)  # here
def segment(image):
    return image


def prepare(image):
    return segment(image)


@spaces.GPU(duration=60)
def answer(image):
    return prepare(image)


with gr.Blocks() as demo:
    image = gr.Image()
    image.upload(answer, image, image)
    image.clear(prepare, image, image)
demo.queue(max_size=20).launch()
