"""What a board does with templates of its own: house style, the official model, a look beforehand."""
