"""Who works with the register: an account with one role and, for some roles, its own schools."""

from registry.model.columns import Listed


class Role(Listed):
    """What somebody does in the register; registry/access.py says what each may."""

    ADMINISTRATOR = "administrator", "beheerder"
    PRIVACY_OFFICER = "privacy_officer", "privacy officer"
    SCHOOL_COORDINATOR = "school_coordinator", "schoolcoördinator"
    SIGNATORY = "signatory", "ondertekenaar"
    DPO = "dpo", "FG of lezer"
