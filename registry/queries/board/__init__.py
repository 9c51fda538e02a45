"""Questions on the whole register: overview, tasks, history."""
