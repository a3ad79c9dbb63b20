print("stelsel")
