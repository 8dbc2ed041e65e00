/* This target carries the manifest and the data of ProcurementComparator; its C is in carrier.c. */
