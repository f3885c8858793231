from spaces import GPU


@GPU(duration=10)
def answer(text):
    return text
