"""Questions on annexes: what they say, lack, touch and change."""
