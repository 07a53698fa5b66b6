package main

func people(facts, out string) error { return nil }
