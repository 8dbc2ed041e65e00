/* This target carries the manifest and the data of RegionMonitor; its C is in carrier.c. */
