NAME = "user/large"
