"""How a command ends when a rule is broken."""


def refused(result, sentence):
    """Whether the command ended as a broken rule should: one sentence on standard error and exit code 2."""
    assert sentence in result.stderr
    return (result.exit_code, result.stdout, result.stderr.count("\n")) == (2, "", 1)
