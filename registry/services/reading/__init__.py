"""Reading a paper of a supplier, and taking over what somebody ticked."""
