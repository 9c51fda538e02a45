"""The screens of the days when something happens: a notice, a data breach, a product that stops, a parent who asks."""
