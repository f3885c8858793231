import gradio as gr
import spaces


@spaces.GPU(duration=10)
def answer(text):
    print "hello"  # here
    return text
