"""The screens of papers: which can be made, the desk where one is made, its Word templates."""
