package web

import (
	"context"
	"crypto/hmac"
	"crypto/sha256"
	"crypto/subtle"
	"encoding/hex"
	"net/http"
	"strings"
)

// right is what a request may do.
type right uint8

const (
	noRight    right = iota
	readRight        // to read
	localRight       // and to ask in SQL: the other commands on the same machine
	writeRight       // to read and to store
)

type rightKey struct{}

// rightOf is the right of a request that was admitted.
func rightOf(r *http.Request) right { return rightIn(r.Context()) }

func rightIn(ctx context.Context) right {
	v, _ := ctx.Value(rightKey{}).(right)
	return v
}

// cookie is the name of what a browser bears after logging in.
const cookie = "entente"

// rightBy tells what the token, key or cookie of a request allows.
func (s *Server) rightBy(r *http.Request) right {
	if bearer, ok := strings.CutPrefix(r.Header.Get("Authorization"), "Bearer "); ok {
		switch {
		case s.opt.Token != "" && same(bearer, s.opt.Token):
			return writeRight
		case s.opt.LocalKey != "" && same(bearer, s.opt.LocalKey):
			return localRight
		}
		return noRight // a wrong token is told, not passed over
	}
	if c, err := r.Cookie(cookie); err == nil && s.opt.Token != "" && same(c.Value, s.session()) {
		return writeRight
	}
	if s.opt.PublicRead || s.opt.Token == "" {
		return readRight
	}
	return noRight
}

// same compares in a time that does not depend on where two words differ.
func same(a, b string) bool {
	x, y := sha256.Sum256([]byte(a)), sha256.Sum256([]byte(b))
	return subtle.ConstantTimeCompare(x[:], y[:]) == 1
}

// session is the value of the cookie: it follows from the token, but the token
// does not follow from it, and it is good for nothing else.
func (s *Server) session() string {
	h := hmac.New(sha256.New, []byte(s.opt.Token))
	h.Write([]byte("entente session"))
	return hex.EncodeToString(h.Sum(nil))
}

// open tells the addresses for which nobody needs a right: what the form to log
// in is made of.
func open(path string) bool {
	return path == "/healthz" || path == "/login" || strings.HasPrefix(path, "/static/")
}

// admitted lets nobody read without the right, and no foreign page send what a
// reader's browser has the right to.
func (s *Server) admitted(next http.Handler) http.Handler {
	sameOrigin := http.NewCrossOriginProtection()
	sameOrigin.SetDenyHandler(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		refuse(w, r, http.StatusForbidden, "a page of another site sent this request")
	}))
	next = sameOrigin.Handler(next)
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		may := s.rightBy(r)
		if may == noRight && !open(r.URL.Path) {
			w.Header().Set("WWW-Authenticate", `Bearer realm="entente"`)
			if forBrowser(r) {
				s.askForToken(w, r, http.StatusUnauthorized, "")
				return
			}
			refuse(w, r, http.StatusUnauthorized, "this needs the token of the server: send Authorization: Bearer TOKEN")
			return
		}
		next.ServeHTTP(w, r.WithContext(context.WithValue(r.Context(), rightKey{}, may)))
	})
}

// forBrowser tells whether a person asks for a page.
func forBrowser(r *http.Request) bool {
	return !strings.HasPrefix(r.URL.Path, "/api/") && strings.Contains(r.Header.Get("Accept"), "text/html")
}

func (s *Server) loginForm(w http.ResponseWriter, r *http.Request) {
	s.askForToken(w, r, http.StatusOK, "")
}

// login gives a browser the cookie for the token.
func (s *Server) login(w http.ResponseWriter, r *http.Request) {
	if s.opt.Token == "" || !same(r.PostFormValue("token"), s.opt.Token) {
		s.askForToken(w, r, http.StatusUnauthorized, "That is not the token.")
		return
	}
	http.SetCookie(w, &http.Cookie{Name: cookie, Value: s.session(), Path: "/", MaxAge: 30 * 24 * 60 * 60,
		HttpOnly: true, SameSite: http.SameSiteLaxMode, Secure: secure(r)})
	http.Redirect(w, r, ownPath(r.PostFormValue("next")), http.StatusSeeOther)
}

func (s *Server) logout(w http.ResponseWriter, r *http.Request) {
	http.SetCookie(w, &http.Cookie{Name: cookie, Path: "/", MaxAge: -1, HttpOnly: true, SameSite: http.SameSiteLaxMode, Secure: secure(r)})
	http.Redirect(w, r, "/", http.StatusSeeOther)
}

// ownPath gives an address of this server, "/" for one that leads elsewhere.
func ownPath(next string) string {
	if !strings.HasPrefix(next, "/") || strings.HasPrefix(next, "//") || strings.ContainsAny(next, "\\\r\n") || strings.HasPrefix(next, "/login") {
		return "/"
	}
	return next
}

// askForToken shows the form to log in.
func (s *Server) askForToken(w http.ResponseWriter, r *http.Request, status int, fault string) {
	next := r.URL.RequestURI()
	if r.URL.Path == "/login" {
		next = ownPath(r.FormValue("next"))
	}
	plainPage(w, status, loginPage, struct{ Fault, Next string }{fault, next})
}
