def f(text):
return text  # here
