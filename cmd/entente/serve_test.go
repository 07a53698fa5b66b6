package main

import (
	"bufio"
	"io"
	"net/http"
	"os/exec"
	"strconv"
	"strings"
	"syscall"
	"time"

	"github.com/rogpeppe/go-internal/testscript"
)

// server is one that a script has started.
type server struct {
	cmd     *exec.Cmd
	address string
	log     strings.Builder
	logged  chan struct{} // closed when the log has ended
}

type serverKey struct{}

// serve starts a server of a script and waits for its address.
//
//	serve COMMAND…
func serve(ts *testscript.TestScript, _ bool, args []string) {
	cmd := exec.Command("entente", args[1:]...)
	path, err := exec.LookPath("entente")
	ts.Check(err)
	cmd.Path, cmd.Err = path, nil
	cmd.Dir = ts.MkAbs(".")
	for _, name := range []string{"PATH", "HOME", "TMPDIR", "ENTENTE_TOKEN"} {
		cmd.Env = append(cmd.Env, name+"="+ts.Getenv(name))
	}
	out, err := cmd.StdoutPipe()
	ts.Check(err)
	log, err := cmd.StderrPipe()
	ts.Check(err)
	ts.Check(cmd.Start())
	s := &server{cmd: cmd, logged: make(chan struct{})}
	go func() {
		io.Copy(&s.log, log)
		close(s.logged)
	}()
	ts.Defer(func() { cmd.Process.Kill() })
	line, err := bufio.NewReader(out).ReadString('\n')
	if err != nil {
		<-s.logged
		ts.Fatalf("the server told no address: %v\n%s", err, s.log.String())
	}
	s.address = strings.TrimSuffix(strings.TrimSpace(line), "/")
	*ts.Value(serverKey{}).(**server) = s
}

// fetch asks the server; its answer becomes the standard output.
//
//	fetch STATUS PATH [NAME: VALUE]
func fetch(ts *testscript.TestScript, _ bool, args []string) {
	s := *ts.Value(serverKey{}).(**server)
	r, err := http.NewRequest(http.MethodGet, s.address+args[1], nil)
	ts.Check(err)
	if len(args) > 2 {
		name, value := strings.TrimSuffix(args[2], ":"), strings.Join(args[3:], " ")
		r.Header.Set(name, value)
		if name == "Host" {
			r.Host = value
		}
	}
	client := http.Client{Timeout: time.Minute}
	answer, err := client.Do(r)
	ts.Check(err)
	defer answer.Body.Close()
	body, err := io.ReadAll(answer.Body)
	ts.Check(err)
	if want, err := strconv.Atoi(args[0]); err != nil || answer.StatusCode != want {
		ts.Fatalf("status %d, want %s: %s", answer.StatusCode, args[0], body)
	}
	_, err = ts.Stdout().Write(body)
	ts.Check(err)
}

// stopserve ends the server as an operating system does, and waits; it must
// end well. Its log becomes the standard error.
func stopserve(ts *testscript.TestScript, _ bool, _ []string) {
	s := *ts.Value(serverKey{}).(**server)
	ts.Check(s.cmd.Process.Signal(syscall.SIGTERM))
	<-s.logged
	ts.Check(s.cmd.Wait())
	_, err := io.WriteString(ts.Stderr(), s.log.String())
	ts.Check(err)
}
