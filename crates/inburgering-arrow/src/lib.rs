//! Arrow record batches to a caseload, and its answers back as record batches.
