/* This target carries the manifest of PaperForms; its C is in carrier.c. */
