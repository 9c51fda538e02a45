"""Our own processor agreement after the general model, in Dutch and in English."""
