import Testing
@Test("the storage suite runs") func runs() {}
