"""The model of pairs: does one statement follow from another, contradict it, or say the same?"""
