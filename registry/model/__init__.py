"""The nouns: what is stored, and every rule about one record. Knows no web, no files and no reference data."""

from registry.model.account import Account, AccountSchool, RecoveryCode
from registry.model.action import Action
from registry.model.agreement import Agreement, AgreementAnnex, AgreementFile, AgreementProduct, Choice, Deviation
from registry.model.api_key import ApiKey, ApiKeySchool
from registry.model.app_request import AppRequest, StaffAddress
from registry.model.audit import AuditChain, AuditEvent
from registry.model.base import Base
from registry.model.board import SchoolBoard
from registry.model.breach import Breach
from registry.model.closing import Closing, ClosingFile, ClosingLine
from registry.model.custom import CustomField, CustomValue
from registry.model.external_review import ExternalReview
from registry.model.generated_document import GeneratedDocument
from registry.model.imports import Import, SavedMapping
from registry.model.paper_template import PaperTemplate
from registry.model.parents_page import PageAddress, ParentsPage
from registry.model.practice_check import PracticeCheck, PracticeRow
from registry.model.privacy_annex import (
    AnnexData,
    AnnexDenial,
    AnnexOption,
    AnnexPurpose,
    AnnexRetention,
    AnnexStorage,
    PrivacyAnnex,
    Subprocessor,
)
from registry.model.product import Product, ProductModule, ProductParty
from registry.model.read_paper import ReadPaper, TakenOver
from registry.model.reminder import CalendarFeed, ReminderChoice, ReminderKind, SentReminder
from registry.model.review import Review, ReviewAction, ReviewAnswer
from registry.model.review_round import ReviewRound
from registry.model.school import School
from registry.model.security_annex import AccessRole, Certificate, Measure, SecurityAnnex
from registry.model.signal_silence import SignalSilence
from registry.model.signing_in import Attempt, OneTimeLink, SignInSession
from registry.model.statement import Statement
from registry.model.stored_file import FileContent, StoredFile
from registry.model.subprocessor_notice import NoticeProduct, SubprocessorNotice
from registry.model.supplier import CovenantEntry, Supplier, SupplierAlias, SupplierContact
from registry.model.use import Use, UseModule

__all__ = [
    "AccessRole",
    "Account",
    "AccountSchool",
    "Action",
    "Agreement",
    "AgreementAnnex",
    "AgreementFile",
    "AgreementProduct",
    "AnnexData",
    "AnnexDenial",
    "AnnexOption",
    "AnnexPurpose",
    "AnnexRetention",
    "AnnexStorage",
    "ApiKey",
    "ApiKeySchool",
    "AppRequest",
    "Attempt",
    "AuditChain",
    "AuditEvent",
    "Base",
    "Breach",
    "CalendarFeed",
    "Certificate",
    "Choice",
    "Closing",
    "ClosingFile",
    "ClosingLine",
    "CovenantEntry",
    "CustomField",
    "CustomValue",
    "Deviation",
    "ExternalReview",
    "FileContent",
    "GeneratedDocument",
    "Import",
    "Measure",
    "NoticeProduct",
    "OneTimeLink",
    "PageAddress",
    "PaperTemplate",
    "ParentsPage",
    "PracticeCheck",
    "PracticeRow",
    "PrivacyAnnex",
    "Product",
    "ProductModule",
    "ProductParty",
    "ReadPaper",
    "RecoveryCode",
    "ReminderChoice",
    "ReminderKind",
    "Review",
    "ReviewAction",
    "ReviewAnswer",
    "ReviewRound",
    "SavedMapping",
    "School",
    "SchoolBoard",
    "SecurityAnnex",
    "SentReminder",
    "SignInSession",
    "SignalSilence",
    "StaffAddress",
    "Statement",
    "StoredFile",
    "Subprocessor",
    "SubprocessorNotice",
    "Supplier",
    "SupplierAlias",
    "SupplierContact",
    "TakenOver",
    "Use",
    "UseModule",
]
