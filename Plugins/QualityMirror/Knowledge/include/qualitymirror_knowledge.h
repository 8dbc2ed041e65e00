/* This target carries the manifest and the data of QualityMirror; its C is in carrier.c. */
