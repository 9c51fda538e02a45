"""Everything, without loss: the whole register as one zip, back into an empty register, or straight into another."""
