/// The processor's cores that the system uses.
public var coreCount: Int { max(1, sysconf(CInt(_SC_NPROCESSORS_ONLN))) }
